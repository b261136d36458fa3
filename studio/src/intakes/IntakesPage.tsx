import {Badge, Button, Stack, Text, Tooltip} from '@mantine/core'
import {IconInbox, IconPlus} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {Link} from 'wouter'
import {queries} from '../api/queries.ts'
import type {Intake, IntakeActivity} from '../api/types.ts'
import {relative} from '../format.ts'
import {paths} from '../paths.ts'
import {useMay, useOrganization} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import {type Column, DataTable} from '../ui/DataTable.tsx'
import {EmptyState} from '../ui/EmptyState.tsx'
import {PageHeader} from '../ui/PageHeader.tsx'

const TEXTS = texts.intakes

/** The intakes of an organization, and what went on at each today. */
export default function IntakesPage() {
  const organization = useOrganization()
  const intakes = useQuery(queries.intakes(organization.id))
  const activity = useQuery(queries.intakeActivity(organization.id))
  const mayCreate = useMay('intake:create')
  const create = mayCreate && (
    <Button component={Link} href={paths.newIntake(organization.slug)} leftSection={<IconPlus size={18} />}>{TEXTS.create}</Button>
  )
  return (
    <>
      <PageHeader title={TEXTS.title} lead={TEXTS.lead} action={create} />
      <DataTable
        label={TEXTS.title}
        columns={columns((intake) => activity.data?.get(intake.id))}
        rows={intakes.data}
        rowKey={({id}) => id}
        rowLink={({slug}) => paths.intake(organization.slug, slug)}
        searchText={({name, slug, description, store}) => `${name} ${slug} ${description ?? ''} ${store.ref}`}
        error={intakes.error}
        retry={() => void intakes.refetch()}
        empty={
          <EmptyState icon={IconInbox} title={TEXTS.empty}>{mayCreate ? TEXTS.emptyDetail : TEXTS.emptyReader}</EmptyState>
        }
      />
    </>
  )
}

function columns(activityOf: (intake: Intake) => IntakeActivity | undefined): Column<Intake>[] {
  return [
    {
      title: texts.common.name,
      cell: ({name, slug}) => (
        <Stack gap={0}><Text fw={600} inherit>{name}</Text><Text size="sm" c="dimmed" className="mono">{slug}</Text></Stack>
      ),
    },
    {title: TEXTS.store, cell: ({store}) => <span className="mono">{store.slug}</span>},
    {
      title: TEXTS.state,
      cell: ({active}) => <Badge color={active ? 'teal' : 'gray'}>{active ? TEXTS.active : TEXTS.inactive}</Badge>,
    },
    {title: TEXTS.large, cell: ({largeUploadEnabled}) => (largeUploadEnabled ? TEXTS.on : TEXTS.off)},
    {title: TEXTS.today, cell: (intake) => <Today activity={activityOf(intake)} />},
    {title: TEXTS.lastProblem, cell: (intake) => <LastProblem activity={activityOf(intake)} />},
  ]
}

function Today({activity}: {activity: IntakeActivity | undefined}) {
  if (!activity) return texts.common.none
  return (
    <Stack gap={0}>
      <Tooltip label={TEXTS.todayHint}><span>{TEXTS.todayUploads(activity.uploadsToday)}</span></Tooltip>
      {activity.openUploads > 0 && <Text size="sm" c="dimmed">{TEXTS.open(activity.openUploads)}</Text>}
    </Stack>
  )
}

function LastProblem({activity}: {activity: IntakeActivity | undefined}) {
  if (!activity?.lastProblem) return texts.common.none
  return (
    <Stack gap={0}>
      <span className="mono">{activity.lastProblem.code}</span>
      <Text size="sm" c="dimmed">{relative(activity.lastProblem.on)}</Text>
    </Stack>
  )
}
