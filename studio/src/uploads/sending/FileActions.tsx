import {ActionIcon, Button, Group, Tooltip} from '@mantine/core'
import {useDisclosure} from '@mantine/hooks'
import {notifications} from '@mantine/notifications'
import {IconPlayerPause, IconPlayerPlay, IconX} from '@tabler/icons-react'
import type {ComponentType} from 'react'
import {Link} from 'wouter'
import {paths} from '../../paths.ts'
import {useMay, useOrganization} from '../../session/signedIn.ts'
import {texts} from '../../texts.ts'
import {AbortDialog} from '../AbortDialog.tsx'
import {useSending} from './context.ts'
import {isActive, type SendingFile} from './file.ts'
import {FilePicker} from './FilePicker.tsx'

const TEXTS = texts.sending

/** What can be done with a file of the queue; cancelling asks first, once there is an upload. */
export function FileActions({file, onGone}: {file: SendingFile; onGone: () => void}) {
  const {id, path, uploadId, stage} = file
  const sending = useSending()
  const [asking, question] = useDisclosure(false)
  const named = (action: string) => TEXTS.of(action, path)

  async function cancel() {
    question.close()
    if (!(await sending.cancel(id))) return
    notifications.show({message: TEXTS.cancelled(path)})
    onGone()
  }

  if (stage.is === 'cancelling') return null
  if (stage.is === 'arrived') return <Arrived familyId={stage.familyId} path={path} />
  return (
    <Group gap={6} wrap="nowrap">
      {isActive(file) && <Action icon={IconPlayerPause} text={TEXTS.pause} label={named(TEXTS.pause)} onClick={() => sending.pause(id)} />}
      {stage.is === 'paused' && <Action icon={IconPlayerPlay} text={TEXTS.resume} label={named(TEXTS.resume)} onClick={() => sending.resume(id)} />}
      {stage.is === 'failed' && (
        <Button size="xs" variant="default" aria-label={named(TEXTS.retry)} onClick={() => sending.resume(id)}>{TEXTS.retry}</Button>
      )}
      {stage.is === 'interrupted' && (
        <FilePicker
          takes="file"
          size="xs"
          variant="default"
          aria-label={named(TEXTS.chooseAgain)}
          onChoose={([chosen]) => chosen && sending.chooseAgain(id, chosen)}
        >
          {TEXTS.chooseAgain}
        </FilePicker>
      )}
      <Action icon={IconX} text={TEXTS.cancel} label={named(TEXTS.cancel)} onClick={() => (uploadId ? question.open() : void cancel())} />
      <AbortDialog opened={asking} path={path} busy={false} onConfirm={() => void cancel()} onClose={question.close} />
    </Group>
  )
}

function Arrived({familyId, path}: {familyId: string; path: string}) {
  const {slug} = useOrganization()
  const mayRead = useMay('store:read')
  if (!mayRead) return null
  return (
    <Button component={Link} href={paths.document(slug, familyId)} size="xs" variant="default" aria-label={TEXTS.of(TEXTS.document, path)}>
      {TEXTS.document}
    </Button>
  )
}

interface ActionProps {
  icon: ComponentType<{size?: number}>
  text: string
  label: string
  onClick: () => void
}

function Action({icon: Icon, text, label, onClick}: ActionProps) {
  return (
    <Tooltip label={text}>
      <ActionIcon variant="default" size={30} aria-label={label} onClick={onClick}><Icon size={17} /></ActionIcon>
    </Tooltip>
  )
}
