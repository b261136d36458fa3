import {Switch, Textarea, TextInput} from '@mantine/core'
import {texts} from '../../texts.ts'
import type {Form} from '../../ui/form.ts'
import type {Setting, Settings} from './settings.ts'

const {labels, hints} = texts.settings

export type SettingsForm = Form<Settings>

/** The settings whose values are of a kind. */
type Of<T> = {[F in Setting]: Settings[F] extends T ? F : never}[Setting]

/** What every field has from its name: its label, the line that says what it does, and what is wrong. */
export function wordsOf(field: Setting, form: SettingsForm) {
  return {label: labels[field], description: hints[field], error: form.errors[field]}
}

// Mantine's label of a switch has the line that describes it inside: the name is the label alone
export function SwitchField({field, form}: {field: Of<boolean>; form: SettingsForm}) {
  return (
    <Switch
      {...wordsOf(field, form)}
      aria-label={labels[field]}
      checked={form.values[field]}
      onChange={(event) => form.set(field, event.currentTarget.checked)}
    />
  )
}

export function TextField({field, form, required = false}: {field: Of<string>; form: SettingsForm; required?: boolean}) {
  return (
    <TextInput
      {...wordsOf(field, form)}
      value={form.values[field]}
      onChange={(event) => form.set(field, event.currentTarget.value)}
      required={required}
    />
  )
}

interface LongTextProps {
  field: Of<string>
  form: SettingsForm
  rows: number
  /** for people who program */
  code?: boolean
}

export function LongTextField({field, form, rows, code = false}: LongTextProps) {
  return (
    <Textarea
      {...wordsOf(field, form)}
      value={form.values[field]}
      onChange={(event) => form.set(field, event.currentTarget.value)}
      rows={rows}
      {...(code && {classNames: {input: 'mono'}, spellCheck: false, autoCapitalize: 'none'})}
    />
  )
}
