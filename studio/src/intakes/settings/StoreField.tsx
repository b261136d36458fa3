import {Select} from '@mantine/core'
import {useQuery} from '@tanstack/react-query'
import {queries} from '../../api/queries.ts'
import {useOrganization} from '../../session/signedIn.ts'
import {useIntake} from '../intakeOfPage.ts'
import {type SettingsForm, wordsOf} from './fields.tsx'

/** The names of the organization's stores by id. The intake's own is known even to a key that sees no stores. */
export function useStoreNames(): Map<string, string> {
  const {store} = useIntake()
  const {data: stores = []} = useQuery(queries.stores(useOrganization().id))
  return new Map([[store.id, store.slug], ...stores.map(({id, name, slug}) => [id, `${name} (${slug})`] as const)])
}

export function StoreField({form}: {form: SettingsForm}) {
  const names = useStoreNames()
  return (
    <Select
      {...wordsOf('store', form)}
      data={[...names].map(([value, label]) => ({value, label}))}
      value={form.values.store}
      onChange={(id) => id && form.set('store', id)}
      searchable={names.size > 8}
      allowDeselect={false}
      required
    />
  )
}
