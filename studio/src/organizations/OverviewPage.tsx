import {Stack, Text} from '@mantine/core'
import {IconBuilding} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {queries} from '../api/queries.ts'
import type {Organization} from '../api/types.ts'
import {date} from '../format.ts'
import {paths} from '../paths.ts'
import {isPlatformAdministrator} from '../session/permissions.ts'
import {useMe} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import {type Column, DataTable} from '../ui/DataTable.tsx'
import {EmptyState} from '../ui/EmptyState.tsx'
import {PageHeader} from '../ui/PageHeader.tsx'

const TEXTS = texts.overview

const COLUMNS: Column<Organization>[] = [
  {
    title: TEXTS.organization,
    cell: ({name, slug}) => (
      <Stack gap={0}><Text fw={600} inherit>{name}</Text><Text size="sm" c="dimmed" className="mono">{slug}</Text></Stack>
    ),
  },
  {title: texts.common.createdOn, cell: ({createdOn}) => date(createdOn)},
]

/** The organizations that one may see; each leads to its pages. */
export default function OverviewPage() {
  const organizations = useQuery(queries.organizations())
  const administrator = isPlatformAdministrator(useMe())
  return (
    <>
      <PageHeader title={TEXTS.title} lead={TEXTS.lead} />
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
    </>
  )
}
