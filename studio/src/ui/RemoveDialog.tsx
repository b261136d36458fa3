import {Button, Group, Modal, Stack, Text} from '@mantine/core'
import {notifications} from '@mantine/notifications'
import {useMutation} from '@tanstack/react-query'
import type {ReactNode} from 'react'
import {texts} from '../texts.ts'
import {focusHeading} from './PageHeader.tsx'
import {ProblemNotice} from './ProblemNotice.tsx'
import type {Resource, ResourceTexts, Stored} from './resource.ts'
import type {Dialog} from './useDialog.ts'
import {useReadAnew} from './useReadAnew.ts'

interface Props<Row extends Stored> {
  resource: Pick<Resource<Row, never, never>, 'kinds' | 'remove'> & {
    texts: Pick<ResourceTexts, 'remove' | 'removeDetail' | 'removed'>
  }
  dialog: Dialog<Row>
  /** what there is to know of this one before */
  warning?: ReactNode
}

/** Asks whether something is to be deleted, naming it; and tells when the service refuses. */
export function RemoveDialog<Row extends Stored>({resource: {texts: TEXTS, kinds, remove}, dialog, warning}: Props<Row>) {
  const readAnew = useReadAnew(kinds)
  const verb = TEXTS.remove ?? texts.common.delete
  const removing = useMutation({
    mutationFn: ({id}: Row) => remove(id),
    async onSuccess(_, {name}) {
      await readAnew()
      notifications.show({message: TEXTS.removed(name)})
      dialog.close()
    },
    onError: () => void readAnew(),
  })
  const row = dialog.subject

  function exited() {
    removing.reset()
    if (document.activeElement === document.body) focusHeading()
  }

  return (
    <Modal
      opened={dialog.opened}
      onClose={dialog.close}
      onExitTransitionEnd={exited}
      title={texts.manage.removeQuestion(verb, row?.name ?? '')}
      closeButtonProps={{'aria-label': texts.common.close}}
    >
      <Stack>
        <Text size="sm">{TEXTS.removeDetail}</Text>
        {warning}
        {removing.error && <ProblemNotice error={removing.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={dialog.close} data-autofocus>{texts.common.cancel}</Button>
          <Button color="red" loading={removing.isPending} onClick={() => row && removing.mutate(row)}>{verb}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
