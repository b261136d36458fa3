import {Button, Group, Text} from '@mantine/core'
import {texts} from '../../texts.ts'
import styles from './SaveBar.module.css'

interface Props {
  /** what is not saved, by its labels */
  fields: string[]
  busy: boolean
  onDiscard: () => void
}

/** What is not saved yet; stays in sight while there is anything. */
export function SaveBar({fields, busy, onDiscard}: Props) {
  return (
    <div className={styles.bar}>
      <Text size="sm" fw={600} role="status" className={styles.fields}>{texts.settings.unsaved(fields)}</Text>
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" onClick={onDiscard} disabled={busy}>{texts.settings.discard}</Button>
        <Button type="submit" loading={busy}>{texts.common.save}</Button>
      </Group>
    </div>
  )
}
