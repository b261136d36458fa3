import {Stack, Text} from '@mantine/core'
import {useQuery} from '@tanstack/react-query'
import {queries} from '../api/queries.ts'
import type {Grant} from '../api/types.ts'
import {EVERYWHERE} from '../session/permissions.ts'
import {texts} from '../texts.ts'
import {inWords} from './permissions.ts'

/** What a key may do, an organization a line. */
export function Grants({grants}: {grants: Grant[]}) {
  const {data: organizations = []} = useQuery(queries.organizations())
  if (grants.length === 0) return texts.keys.nothing
  return (
    <Stack gap={2}>
      {grants.map((grant, at) => (
        // the same organization may be there twice
        <Text key={at} size="sm" component="div">
          <Text span inherit fw={600}>
            {grant.organizationId === EVERYWHERE
              ? texts.keys.everywhere
              : (organizations.find(({id}) => id === grant.organizationId)?.name ?? grant.organizationId)}
          </Text>
          {`: ${inWords(grant)}`}
        </Text>
      ))}
    </Stack>
  )
}
