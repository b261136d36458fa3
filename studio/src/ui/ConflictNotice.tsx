import {Alert, Button, Group, Stack, Text} from '@mantine/core'
import {IconGitMerge} from '@tabler/icons-react'
import type {ReactNode} from 'react'
import {texts} from '../texts.ts'
import {changedFields} from './form.ts'

const TEXTS = texts.manage

interface Props<Values> {
  /** as the form was opened */
  before: Values
  theirs: Values
  mine: Values
  labels: Record<keyof Values, string>
  show?: ((field: keyof Values, values: Values) => ReactNode) | undefined
  busy: boolean
  onTakeTheirs: () => void
  onKeepMine: () => void
}

/** What somebody else changed meanwhile, and the choice whose changes stay. */
export function ConflictNotice<Values extends object>({before, theirs, mine, labels, show, busy, onTakeTheirs, onKeepMine}: Props<Values>) {
  const shown = show ?? ((field, values) => String(values[field]) || texts.common.none)
  const touched = changedFields(before, mine)
  return (
    <Alert color="orange" icon={<IconGitMerge size={20} />} title={TEXTS.conflict} role="alert">
      <Stack gap="sm">
        <Text size="sm">{TEXTS.conflictDetail}</Text>
        {changedFields(before, theirs).map((field) => (
          <div key={field}>
            <Text size="sm" fw={600}>{labels[field]}</Text>
            <Value who={TEXTS.before}>{shown(field, before)}</Value>
            <Value who={TEXTS.theirs}>{shown(field, theirs)}</Value>
            {touched.includes(field) && <Value who={TEXTS.mine}>{shown(field, mine)}</Value>}
          </div>
        ))}
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onTakeTheirs} disabled={busy}>{TEXTS.takeTheirs}</Button>
          <Button size="xs" onClick={onKeepMine} loading={busy}>{TEXTS.keepMine}</Button>
        </Group>
      </Stack>
    </Alert>
  )
}

function Value({who, children}: {who: string; children: ReactNode}) {
  return <Text size="sm" component="div"><Text span inherit c="dimmed">{who}: </Text>{children}</Text>
}
