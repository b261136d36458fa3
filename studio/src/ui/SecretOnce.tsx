import {Alert, Button, CopyButton, Group, Stack, TextInput} from '@mantine/core'
import {IconCheck, IconCopy, IconEye} from '@tabler/icons-react'
import type {ReactNode} from 'react'
import {texts} from '../texts.ts'

interface Props {
  label: string
  secret: string
  onClose: () => void
  /** what to do with it */
  children?: ReactNode
}

/** A secret that the service shows this once: it can be copied, and only a button says that it has been kept. */
export function SecretOnce({label, secret, onClose, children}: Props) {
  return (
    <Stack>
      <Alert color="teal" icon={<IconEye size={20} />} title={texts.secret.title} role="status">{texts.secret.detail}</Alert>
      <TextInput
        label={label}
        value={secret}
        readOnly
        classNames={{input: 'mono'}}
        onFocus={(event) => event.currentTarget.select()}
        data-autofocus
        autoFocus
      />
      {children}
      <Group justify="flex-end">
        <CopyButton value={secret}>
          {({copied, copy}) => (
            <Button variant="default" leftSection={copied ? <IconCheck size={18} /> : <IconCopy size={18} />} onClick={copy}>
              <span aria-live="polite">{copied ? texts.common.copied : texts.common.copy}</span>
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{texts.secret.kept}</Button>
      </Group>
    </Stack>
  )
}
