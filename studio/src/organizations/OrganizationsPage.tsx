import {IconBuilding} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {queries} from '../api/queries.ts'
import type {Organization} from '../api/types.ts'
import {date} from '../format.ts'
import {paths} from '../paths.ts'
import {isPlatformAdministrator} from '../session/permissions.ts'
import {useMe} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import type {Column} from '../ui/DataTable.tsx'
import {NameOverSlug} from '../ui/named.tsx'
import {ResourcePage} from '../ui/ResourcePage.tsx'
import {organizations} from './organizations.ts'

const COLUMNS: Column<Organization>[] = [
  {title: texts.common.name, cell: (row) => <NameOverSlug {...row} />},
  {title: texts.common.createdOn, cell: ({createdOn}) => date(createdOn)},
]

/** All organizations, for those who run the service. */
export default function OrganizationsPage() {
  const administrator = isPlatformAdministrator(useMe())
  return (
    <ResourcePage
      resource={organizations}
      list={useQuery(queries.organizations())}
      columns={COLUMNS}
      rowLink={({slug}) => paths.organization(slug)}
      searchText={({name, slug}) => `${name} ${slug}`}
      icon={IconBuilding}
      allowed={{read: administrator, create: administrator, change: administrator, remove: administrator}}
    />
  )
}
