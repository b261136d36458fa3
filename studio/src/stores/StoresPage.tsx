import {IconDatabase} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {answer, api} from '../api/client.ts'
import {queries} from '../api/queries.ts'
import type {DocumentStore} from '../api/types.ts'
import {date} from '../format.ts'
import {useOrganization, useStorePermissions} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import type {Column} from '../ui/DataTable.tsx'
import {named, type Named, NameOverSlug} from '../ui/named.tsx'
import type {Resource} from '../ui/resource.ts'
import {ResourcePage} from '../ui/ResourcePage.tsx'

const COLUMNS: Column<DocumentStore>[] = [
  {title: texts.common.name, cell: (row) => <NameOverSlug {...row} />},
  {title: texts.stores.ref, cell: ({ref}) => <span className="mono">{ref}</span>},
  {title: texts.common.createdOn, cell: ({createdOn}) => date(createdOn)},
]

/** Where an organization's documents live. */
export default function StoresPage() {
  const {id} = useOrganization()
  return (
    <ResourcePage
      resource={storesOf(id)}
      list={useQuery(queries.stores(id))}
      columns={COLUMNS}
      searchText={({name, slug}) => `${name} ${slug}`}
      icon={IconDatabase}
      allowed={useStorePermissions()}
    />
  )
}

function storesOf(organizationId: string): Resource<DocumentStore, Named> {
  return {
    ...named,
    texts: texts.stores,
    kinds: ['stores'],
    create: (values) => answer(api.POST('/api/document-stores', {body: {organizationId, ...values}})),
    read: (id) => answer(api.GET('/api/document-stores/{id}', {params: {path: {id}}})),
    change: ({id, changeSequence}, {name}) =>
      answer(api.PUT('/api/document-stores/{id}', {params: {path: {id}}, body: {name, changeSequence}})),
    remove: (id) => answer(api.DELETE('/api/document-stores/{id}', {params: {path: {id}}})),
  }
}
