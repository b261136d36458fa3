import {Button, CopyButton, Text} from '@mantine/core'
import {IconCheck, IconCopy} from '@tabler/icons-react'
import {useId} from 'react'
import {texts} from '../texts.ts'
import styles from './CodeSample.module.css'

export interface Sample {
  title: string
  hint?: string
  lines: string
}

/** Lines to be run elsewhere, and a button that copies them. */
export function CodeSample({title, hint, lines}: Sample) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className={styles.head}>
        <div>
          <Text fw={600} id={id}>{title}</Text>
          {hint && <Text size="sm" c="dimmed">{hint}</Text>}
        </div>
        <CopyButton value={lines}>
          {({copied, copy}) => (
            <Button
              size="xs"
              variant="default"
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
              aria-label={`${texts.common.copy}: ${title}`}
            >
              <span aria-live="polite">{copied ? texts.common.copied : texts.common.copy}</span>
            </Button>
          )}
        </CopyButton>
      </div>
      {/* wide lines scroll, also by the keyboard */}
      <pre className={styles.lines} tabIndex={0} role="group" aria-labelledby={id}>{lines}</pre>
    </section>
  )
}
