import {Button, Group, Input, Stack} from '@mantine/core'
import {IconPlus} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {queries} from '../api/queries.ts'
import type {Grant} from '../api/types.ts'
import {EVERYWHERE, isPlatformAdministrator, may} from '../session/permissions.ts'
import {useMe} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import type {Form} from '../ui/form.ts'
import {GrantFields} from './GrantFields.tsx'

const TEXTS = texts.keys

/** What a key may do, organization by organization: only where the key that is signed in may grant. */
export function GrantsField({form: {values: {grants}, errors, set}}: {form: Form<{grants: Grant[]}>}) {
  const places = usePlaces()
  const put = (next: Grant[]) => set('grants', next)
  return (
    <Input.Wrapper label={TEXTS.grants} labelElement="div" description={TEXTS.grantsHint} error={errors.grants} required>
      <Stack gap="sm" mt="xs">
        {grants.map((grant, at) => (
          // a grant has no name of its own: its place is what it is
          <GrantFields
            key={at}
            place={at + 1}
            grant={grant}
            places={places.filter(({value}) => value === grant.organizationId || grants.every(({organizationId}) => organizationId !== value))}
            onChange={(changed) => put(grants.map((one, i) => (i === at ? changed : one)))}
            onRemove={grants.length > 1 ? () => put(grants.filter((_, i) => i !== at)) : undefined}
          />
        ))}
        {grants.length < places.length && (
          <Group>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={15} />}
              onClick={() => put([...grants, {organizationId: '', permissions: []}])}
            >
              {TEXTS.addGrant}
            </Button>
          </Group>
        )}
      </Stack>
    </Input.Wrapper>
  )
}

function usePlaces(): {value: string; label: string}[] {
  const me = useMe()
  const {data: organizations = []} = useQuery(queries.organizations())
  const administered = organizations.filter(({id}) => may(me, 'admin', id)).map(({id, name}) => ({value: id, label: name}))
  return isPlatformAdministrator(me) ? [{value: EVERYWHERE, label: TEXTS.everywhere}, ...administered] : administered
}
