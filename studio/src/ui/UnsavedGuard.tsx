import {Button, Group, Modal, Stack, Text} from '@mantine/core'
import {useEffect} from 'react'
import {texts} from '../texts.ts'
import {askBeforeLeaving, leave} from './leaving.ts'
import {useDialog} from './useDialog.ts'

const TEXTS = texts.leaving

/** While there is something unsaved, leaving the page asks. */
export function UnsavedGuard({unsaved}: {unsaved: boolean}) {
  const {opened, subject, open, close} = useDialog<{go: () => void}>()
  useEffect(() => {
    if (unsaved) return askBeforeLeaving((go) => open({go}))
    // the functions of a dialog stay the same in what they do
  }, [unsaved])
  return (
    <Modal opened={opened} onClose={close} title={TEXTS.title} closeButtonProps={{'aria-label': texts.common.close}}>
      <Stack>
        <Text size="sm">{TEXTS.detail}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => subject && leave(subject.go)}>{TEXTS.leave}</Button>
          <Button onClick={close} data-autofocus>{TEXTS.stay}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
