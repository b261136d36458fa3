import {ActionIcon, CopyButton, Text, Tooltip} from '@mantine/core'
import {IconCheck, IconCopy} from '@tabler/icons-react'
import {useId} from 'react'
import {texts} from '../texts.ts'
import styles from './CopyableLines.module.css'

/** Lines to be run elsewhere, and a button that copies them. */
export function CopyableLines({label, lines}: {label: string; lines: string}) {
  const id = useId()
  return (
    <div>
      <Text size="sm" fw={600} mb={4} id={id}>{label}</Text>
      <div className={styles.box}>
        <pre className={styles.lines} role="group" aria-labelledby={id}>{lines}</pre>
        <CopyButton value={lines}>
          {({copied, copy}) => (
            <Tooltip label={copied ? texts.common.copied : texts.common.copy}>
              <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label={`${texts.common.copy}: ${label}`}>
                {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </div>
    </div>
  )
}
