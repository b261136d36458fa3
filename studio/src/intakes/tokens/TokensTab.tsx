import {Button, Group, Stack, Text} from '@mantine/core'
import {IconKey, IconPlus} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {answer, api} from '../../api/client.ts'
import {queries} from '../../api/queries.ts'
import type {IntakeToken} from '../../api/types.ts'
import {date, dateTime, relative} from '../../format.ts'
import {useMay} from '../../session/signedIn.ts'
import {texts} from '../../texts.ts'
import {type Column, DataTable} from '../../ui/DataTable.tsx'
import {EmptyState} from '../../ui/EmptyState.tsx'
import {Expires} from '../../ui/Expiry.tsx'
import {RemoveDialog} from '../../ui/RemoveDialog.tsx'
import {useDialog} from '../../ui/useDialog.ts'
import {useIntake} from '../intakeOfPage.ts'
import {NewTokenDialog} from './NewTokenDialog.tsx'

const TEXTS = texts.tokens

const COLUMNS: Column<IntakeToken>[] = [
  {title: texts.common.name, cell: ({name}) => <Text fw={600} inherit>{name}</Text>},
  {title: texts.common.createdOn, cell: ({createdOn}) => date(createdOn)},
  {title: TEXTS.lastUsed, cell: ({lastUsedOn}) => <LastUsed at={lastUsedOn} />},
  {title: texts.expiry.column, cell: ({expiresAt}) => <Expires at={expiresAt} />},
]

/** The tokens of an intake: made, listed without their secrets, and revoked. */
export default function TokensTab() {
  const intake = useIntake()
  const tokens = useQuery(queries.tokens(intake.id))
  const mayChange = useMay('intake:update')
  const making = useDialog<never>()
  const revoking = useDialog<IntakeToken>()
  const revoke: Column<IntakeToken> = {
    title: texts.common.actions,
    untitled: true,
    align: 'end',
    cell: (token) => (
      <Button
        size="xs"
        variant="default"
        aria-label={texts.manage.actionOn(TEXTS.remove, token.name)}
        onClick={() => revoking.open(token)}
      >
        {TEXTS.remove}
      </Button>
    ),
  }
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <Text c="dimmed" maw="44rem" flex="1 1 16rem">{TEXTS.lead}</Text>
        {mayChange && <Button leftSection={<IconPlus size={18} />} onClick={() => making.open()}>{TEXTS.create}</Button>}
      </Group>
      <DataTable
        label={TEXTS.title}
        columns={mayChange ? [...COLUMNS, revoke] : COLUMNS}
        rows={tokens.data}
        rowKey={({id}) => id}
        error={tokens.error}
        retry={() => void tokens.refetch()}
        empty={<EmptyState icon={IconKey} title={TEXTS.empty}>{mayChange ? TEXTS.emptyDetail : TEXTS.emptyReader}</EmptyState>}
      />
      <NewTokenDialog dialog={making} />
      <RemoveDialog
        resource={{
          texts: TEXTS,
          kinds: ['tokens'],
          remove: (tokenId) =>
            answer(api.DELETE('/api/intakes/{id}/tokens/{tokenId}', {params: {path: {id: intake.id, tokenId}}})),
        }}
        dialog={revoking}
      />
    </Stack>
  )
}

function LastUsed({at}: {at: string | undefined}) {
  return at ? <time dateTime={at} title={dateTime(at)}>{relative(at)}</time> : TEXTS.never
}
