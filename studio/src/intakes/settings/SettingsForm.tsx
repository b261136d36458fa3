import {Stack} from '@mantine/core'
import {notifications} from '@mantine/notifications'
import {useState} from 'react'
import type {Intake} from '../../api/types.ts'
import {texts} from '../../texts.ts'
import {ConflictNotice} from '../../ui/ConflictNotice.tsx'
import {changedFields, useForm} from '../../ui/form.ts'
import {ProblemNotice} from '../../ui/ProblemNotice.tsx'
import {Conflict, mine, saveChange} from '../../ui/resource.ts'
import {UnsavedGuard} from '../../ui/UnsavedGuard.tsx'
import {useReadAnew} from '../../ui/useReadAnew.ts'
import {useSubmission} from '../../ui/useSubmission.ts'
import {useIntake} from '../intakeOfPage.ts'
import {SaveBar} from './SaveBar.tsx'
import {checkSettings, intakeSettings, type Settings, settingsOf} from './settings.ts'
import {SettingsFields} from './SettingsFields.tsx'
import {SettingValue} from './SettingValue.tsx'

const TEXTS = texts.settings

/** The settings as a form. While nothing is touched it follows what others change; what is touched is saved on its own. */
export function SettingsForm() {
  const intake = useIntake()
  const [base, setBase] = useState(intake)
  const before = settingsOf(base)
  const form = useForm(before)
  const touched = changedFields(before, form.values)
  const readAnew = useReadAnew(['intakes'])
  const saving = useSubmission({
    form,
    check: checkSettings,
    send: (values) => saveChange(intakeSettings, base, values),
    async done(saved) {
      take(saved, settingsOf(saved))
      await readAnew()
      notifications.show({message: TEXTS.saved})
    },
  })
  const conflict = saving.error instanceof Conflict ? (saving.error as Conflict<Intake>) : null
  if (touched.length === 0 && intake.changeSequence > base.changeSequence) take(intake, settingsOf(intake))

  function take(next: Intake, values: Settings) {
    setBase(next)
    form.replace(values)
  }

  function takeTheirs(theirs: Intake) {
    take(theirs, combined(theirs, 'theirs'))
    saving.forget()
  }

  function keepMine(theirs: Intake) {
    const values = combined(theirs, 'mine')
    take(theirs, values)
    saving.sendBy((settings) => saveChange(intakeSettings, theirs, settings), values)
  }

  /** What either side changed; where both did, that of one. */
  function combined(theirs: Intake, winner: 'theirs' | 'mine'): Settings {
    const settings = settingsOf(theirs)
    return winner === 'mine' ? mine(before, form.values, settings) : mine(before, settings, form.values)
  }

  return (
    <form ref={saving.element} onSubmit={saving.submit} noValidate>
      <UnsavedGuard unsaved={touched.length > 0} />
      <Stack gap="lg">
        <SettingsFields form={form} />
        {saving.error && !conflict && <ProblemNotice error={saving.error} />}
        {conflict && (
          <ConflictNotice
            before={before}
            theirs={settingsOf(conflict.theirs)}
            mine={form.values}
            labels={TEXTS.labels}
            show={(field, settings) => <SettingValue field={field} settings={settings} />}
            busy={saving.busy}
            onTakeTheirs={() => takeTheirs(conflict.theirs)}
            onKeepMine={() => keepMine(conflict.theirs)}
          />
        )}
        {touched.length > 0 && !conflict && (
          <SaveBar
            fields={touched.map((field) => TEXTS.labels[field])}
            busy={saving.busy}
            onDiscard={() => {
              form.replace(before)
              saving.forget()
            }}
          />
        )}
      </Stack>
    </form>
  )
}
