import {Alert, Badge, Group, Text} from '@mantine/core'
import {IconKey, IconLogout} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {queries} from '../api/queries.ts'
import type {ApiKey, Me} from '../api/types.ts'
import {date} from '../format.ts'
import {isAdministrator} from '../session/permissions.ts'
import {useMe} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import type {Column} from '../ui/DataTable.tsx'
import {Expires} from '../ui/Expiry.tsx'
import {ResourcePage} from '../ui/ResourcePage.tsx'
import {Grants} from './Grants.tsx'
import {keysOf} from './keys.tsx'

const TEXTS = texts.keys

/** Platform API keys: who may do what where. */
export default function KeysPage() {
  const me = useMe()
  const administrator = isAdministrator(me)
  return (
    <ResourcePage
      resource={keysOf(me)}
      list={useQuery({...queries.keys(), enabled: administrator})}
      columns={columns(me)}
      searchText={({name}) => name}
      icon={IconKey}
      allowed={{read: administrator, create: administrator, change: administrator, remove: administrator}}
      warning={({id}) => id === me.id && <Alert color="orange" icon={<IconLogout size={20} />}>{TEXTS.revokeOwn}</Alert>}
    />
  )
}

function columns(me: Me): Column<ApiKey>[] {
  return [
    {
      title: texts.common.name,
      cell: ({id, name}) => (
        <Group gap="xs">
          <Text fw={600} inherit>{name}</Text>
          {id === me.id && <Badge>{TEXTS.signedIn}</Badge>}
        </Group>
      ),
    },
    {title: TEXTS.grants, cell: ({grants}) => <Grants grants={grants} />},
    {title: texts.common.createdOn, cell: ({createdOn}) => date(createdOn)},
    {title: texts.expiry.column, cell: ({expiresAt}) => <Expires at={expiresAt} />},
  ]
}
