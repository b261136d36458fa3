import {Stack, Text, TextInput} from '@mantine/core'
import {texts} from '../texts.ts'
import type {Errors, Form} from './form.ts'
import {isSlug, suggestedSlug} from './slug.ts'

export interface Named {
  name: string
  slug: string
}

/** What a resource has to say of its name and slug. */
export const named = {
  labels: {name: texts.common.name, slug: texts.common.slug},
  values: (row?: Named): Named => ({name: row?.name ?? '', slug: row?.slug ?? ''}),
  Fields: NameAndSlug,
  check: checkNamed,
}

/** How lists show something by its name and slug. */
export function NameOverSlug({name, slug}: Named) {
  return (
    <Stack gap={0}>
      <Text fw={600} inherit>{name}</Text>
      <Text size="sm" c="dimmed" className="mono">{slug}</Text>
    </Stack>
  )
}

export function NameField({form, hint = texts.common.nameHint}: {form: Form<{name: string}>; hint?: string}) {
  return (
    <TextInput
      label={texts.common.name}
      description={hint}
      value={form.values.name}
      onChange={(event) => form.set('name', event.currentTarget.value)}
      error={form.errors.name}
      required
      data-autofocus
    />
  )
}

/** A name, and the slug: of something new it follows the name until it is edited, later it stays. */
export function NameAndSlug({form: {values, errors, set}, row}: {form: Form<Named>; row: Named | undefined}) {
  const follows = !row && values.slug === suggestedSlug(values.name)
  const setName: Form<{name: string}>['set'] = (_, name) => {
    set('name', name)
    if (follows) set('slug', suggestedSlug(name))
  }
  return (
    <>
      <NameField form={{values, errors, set: setName}} />
      <TextInput
        label={texts.common.slug}
        description={row ? texts.manage.slugFixed : texts.common.slugHint}
        value={values.slug}
        onChange={(event) => set('slug', event.currentTarget.value)}
        error={errors.slug}
        readOnly={row !== undefined}
        variant={row ? 'filled' : 'default'}
        required={!row}
        spellCheck={false}
        autoCapitalize="none"
      />
    </>
  )
}

export function checkName({name}: {name: string}): Errors<{name: string}> {
  return name.trim() === '' ? {name: texts.manage.nameMissing} : {}
}

export function checkNamed(values: Named): Errors<Named> {
  return {...checkName(values), ...(!isSlug(values.slug) && {slug: texts.manage.slugWrong})}
}
