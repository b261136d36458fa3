import {IconDatabase} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {queries} from '../api/queries.ts'
import type {DocumentStore} from '../api/types.ts'
import {date} from '../format.ts'
import {useOrganization, useStorePermissions} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import type {Column} from '../ui/DataTable.tsx'
import {NameOverSlug} from '../ui/named.tsx'
import {ResourcePage} from '../ui/ResourcePage.tsx'
import {storesOf} from './stores.ts'

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
