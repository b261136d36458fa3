import {Button} from '@mantine/core'
import {IconBuilding, IconPlus} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {queries} from '../api/queries.ts'
import type {Organization} from '../api/types.ts'
import {date} from '../format.ts'
import {paths} from '../paths.ts'
import {isPlatformAdministrator} from '../session/permissions.ts'
import {useMe} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import {type Column, DataTable} from '../ui/DataTable.tsx'
import {EditDialog} from '../ui/EditDialog.tsx'
import {EmptyState} from '../ui/EmptyState.tsx'
import {NameOverSlug} from '../ui/named.tsx'
import {PageHeader} from '../ui/PageHeader.tsx'
import {useDialog} from '../ui/useDialog.ts'
import {organizations as resource} from './organizations.ts'

const TEXTS = texts.overview

const COLUMNS: Column<Organization>[] = [
  {title: TEXTS.organization, cell: (row) => <NameOverSlug {...row} />},
  {title: texts.common.createdOn, cell: ({createdOn}) => date(createdOn)},
]

/** The organizations that one may see; each leads to its pages. */
export default function OverviewPage() {
  const organizations = useQuery(queries.organizations())
  const administrator = isPlatformAdministrator(useMe())
  const making = useDialog<Organization>()
  const create = administrator && (
    <Button leftSection={<IconPlus size={18} />} onClick={() => making.open()}>{resource.texts.create}</Button>
  )
  return (
    <>
      <PageHeader title={TEXTS.title} lead={TEXTS.lead} action={create} />
      <DataTable
        label={TEXTS.lead}
        columns={COLUMNS}
        rows={organizations.data}
        rowKey={({id}) => id}
        rowLink={({slug}) => paths.organization(slug)}
        searchText={({name, slug}) => `${name} ${slug}`}
        error={organizations.error}
        retry={() => void organizations.refetch()}
        empty={
          <EmptyState icon={IconBuilding} title={TEXTS.empty}>
            {administrator ? TEXTS.emptyAdministrator : TEXTS.emptyReader}
          </EmptyState>
        }
      />
      <EditDialog resource={resource} dialog={making} />
    </>
  )
}
