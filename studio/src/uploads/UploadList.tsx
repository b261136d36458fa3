import {Button, Group, NativeSelect, Text} from '@mantine/core'
import {IconCloudUpload, IconFilter} from '@tabler/icons-react'
import {useInfiniteQuery} from '@tanstack/react-query'
import {Link, useSearchParams} from 'wouter'
import type {UploadState, UploadStatus} from '../api/types.ts'
import {bytes, relative} from '../format.ts'
import {useIntake} from '../intakes/intakeOfPage.ts'
import {paths} from '../paths.ts'
import {useMay, useOrganization} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import {type Column, DataTable} from '../ui/DataTable.tsx'
import {EmptyState} from '../ui/EmptyState.tsx'
import {ArrivedBar} from './ArrivedBar.tsx'
import {ProblemTitle} from './ProblemTitle.tsx'
import {StateBadge} from './StateBadge.tsx'
import {STATES} from './states.ts'
import {uploadQueries} from './uploadQueries.ts'

const TEXTS = texts.uploads

/** The uploads of the intake, newest first, and where each stands; read again while the page can be seen. */
export function UploadList() {
  const organization = useOrganization()
  const intake = useIntake()
  const [state, setState] = useStateOfAddress()
  const uploads = useInfiniteQuery(uploadQueries.list(intake.id, state))
  return (
    <>
      <NativeSelect
        aria-label={TEXTS.state}
        data={[{value: '', label: TEXTS.anyState}, ...STATES.map((value) => ({value, label: TEXTS.states[value]}))]}
        value={state ?? ''}
        onChange={(event) => setState(event.currentTarget.value)}
        w={180}
        mb="sm"
      />
      <DataTable
        label={TEXTS.title}
        columns={columns(uploads.dataUpdatedAt)}
        rows={uploads.data?.pages.flatMap(({content}) => content)}
        rowKey={({uploadId}) => uploadId}
        rowLink={({uploadId}) => paths.upload(organization.slug, intake.slug, uploadId)}
        error={uploads.error}
        retry={() => void uploads.refetch()}
        empty={state ? <NoneInState onShowAll={() => setState('')} /> : <NoneYet />}
      />
      {uploads.hasNextPage && (
        <Group justify="center" mt="md">
          <Button variant="default" loading={uploads.isFetchingNextPage} onClick={() => void uploads.fetchNextPage()}>
            {TEXTS.more}
          </Button>
        </Group>
      )}
    </>
  )
}

/** The state that is asked for stands in the address, so that going back finds it again. */
function useStateOfAddress(): [UploadState | undefined, (state: string) => void] {
  const [search, setSearch] = useSearchParams()
  const state = STATES.find((one) => one === search.get('state'))
  return [state, (next) => setSearch(next ? {state: next} : {}, {replace: true})]
}

function columns(now: number): Column<UploadStatus>[] {
  return [
    {title: TEXTS.path, cell: ({path}) => <Text fw={600} inherit>{path}</Text>},
    {title: TEXTS.state, cell: ({state}) => <StateBadge state={state} />},
    {title: TEXTS.size, cell: ({contentLength}) => (contentLength === undefined ? TEXTS.sizeUnknown : bytes(contentLength))},
    {title: TEXTS.arrived, cell: (upload) => <ArrivedBar upload={upload} />},
    {title: TEXTS.age, cell: ({createdOn}) => relative(createdOn, now)},
    {title: TEXTS.problem, cell: ({problem}) => (problem ? <ProblemTitle code={problem} /> : texts.common.none)},
  ]
}

function NoneYet() {
  const organization = useOrganization()
  const intake = useIntake()
  const maySend = useMay('store:upload')
  return (
    <EmptyState
      icon={IconCloudUpload}
      title={TEXTS.empty}
      action={maySend && <Button component={Link} href={paths.sendFiles(organization.slug, intake.slug)}>{TEXTS.sendFiles}</Button>}
    >
      {maySend ? TEXTS.emptySender : TEXTS.emptyDetail}
    </EmptyState>
  )
}

function NoneInState({onShowAll}: {onShowAll: () => void}) {
  return (
    <EmptyState icon={IconFilter} title={TEXTS.emptyFiltered} action={<Button variant="default" onClick={onShowAll}>{TEXTS.showAll}</Button>}>
      {TEXTS.emptyFilteredDetail}
    </EmptyState>
  )
}
