import {Stack} from '@mantine/core'
import {useMay} from '../../session/signedIn.ts'
import {DeleteIntake} from './DeleteIntake.tsx'
import {SettingsFacts} from './SettingsFacts.tsx'
import {SettingsForm} from './SettingsForm.tsx'

/** Everything that can be set of an intake, and its end. */
export default function SettingsTab() {
  const mayChange = useMay('intake:update')
  const mayDelete = useMay('intake:delete')
  return (
    <Stack gap="lg">
      {mayChange ? <SettingsForm /> : <SettingsFacts />}
      {mayDelete && <DeleteIntake />}
    </Stack>
  )
}
