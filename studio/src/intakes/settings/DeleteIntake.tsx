import {Button} from '@mantine/core'
import {IconTrash} from '@tabler/icons-react'
import {useLocation} from 'wouter'
import {answer, api} from '../../api/client.ts'
import type {Intake} from '../../api/types.ts'
import {paths} from '../../paths.ts'
import {texts} from '../../texts.ts'
import {leave} from '../../ui/leaving.ts'
import {RemoveDialog} from '../../ui/RemoveDialog.tsx'
import {useDialog} from '../../ui/useDialog.ts'
import {useIntake} from '../intakeOfPage.ts'
import {Surface} from '../../ui/Surface.tsx'

/** Ends an intake, after asking; then there is only the list to go to. */
export function DeleteIntake() {
  const intake = useIntake()
  const removing = useDialog<Intake>()
  const [, go] = useLocation()

  async function remove(id: string) {
    await answer(api.DELETE('/api/intakes/{id}', {params: {path: {id}}}))
    leave(() => go(paths.intakes(intake.orgSlug)))
  }

  return (
    <Surface title={texts.settings.delete} lead={texts.settings.deleteLead}>
      <div>
        <Button variant="default" leftSection={<IconTrash size={18} />} onClick={() => removing.open(intake)}>
          {texts.settings.delete}
        </Button>
      </div>
      <RemoveDialog resource={{texts: texts.deleteIntake, kinds: ['intakes'], remove}} dialog={removing} />
    </Surface>
  )
}
