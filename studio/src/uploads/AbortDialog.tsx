import {Button, Group, Modal, Stack, Text} from '@mantine/core'
import {texts} from '../texts.ts'
import {ProblemNotice} from '../ui/ProblemNotice.tsx'

interface Props {
  opened: boolean
  path: string
  busy: boolean
  error?: Error | null
  onConfirm: () => void
  onClose: () => void
}

/** Asks whether an upload is to be given up, naming it. */
export function AbortDialog({opened, path, busy, error, onConfirm, onClose}: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.uploads.abortTitle} closeButtonProps={{'aria-label': texts.common.close}}>
      <Stack>
        <Text fw={600} className="mono">{path}</Text>
        <Text>{texts.uploads.abortDetail}</Text>
        {error && <ProblemNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>{texts.uploads.keepIt}</Button>
          <Button color="red" loading={busy} onClick={onConfirm}>{texts.uploads.abortConfirm}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
