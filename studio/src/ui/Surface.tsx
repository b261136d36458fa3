import {Stack, Text, Title} from '@mantine/core'
import {type ReactNode, useId} from 'react'
import styles from './Surface.module.css'

/** One subject of a page, on a surface of its own. */
export function Surface({title, lead, children}: {title?: string; lead?: ReactNode; children: ReactNode}) {
  const id = useId()
  return (
    <section className={styles.surface} aria-labelledby={title && id}>
      <Stack>
        {title && (
          <div>
            <Title order={2} id={id}>{title}</Title>
            {lead && <Text size="sm" c="dimmed" mt={2}>{lead}</Text>}
          </div>
        )}
        {children}
      </Stack>
    </section>
  )
}
