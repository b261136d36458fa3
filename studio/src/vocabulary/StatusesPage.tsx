import {IconProgressCheck} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {answer, api} from '../api/client.ts'
import {queries} from '../api/queries.ts'
import type {DocumentStatus} from '../api/types.ts'
import {date} from '../format.ts'
import {useOrganization, useStorePermissions} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import type {Column} from '../ui/DataTable.tsx'
import type {Form} from '../ui/form.ts'
import {NameAndSlug, named, type Named} from '../ui/named.tsx'
import type {Resource} from '../ui/resource.ts'
import {ResourcePage} from '../ui/ResourcePage.tsx'
import {checkColor, Colored, ColorField, colorOf, showColored} from './Color.tsx'

interface Values extends Named {
  color: string
}

const COLUMNS: Column<DocumentStatus>[] = [
  {title: texts.common.name, cell: (row) => <Colored {...row} />},
  {title: texts.common.slug, cell: ({slug}) => <span className="mono">{slug}</span>},
  {title: texts.common.createdOn, cell: ({createdOn}) => date(createdOn)},
]

/** Where a document of the organization stands; it has one or none. */
export default function StatusesPage() {
  const {id} = useOrganization()
  return (
    <ResourcePage
      resource={statusesOf(id)}
      list={useQuery(queries.statuses(id))}
      columns={COLUMNS}
      searchText={({name, slug}) => `${name} ${slug}`}
      icon={IconProgressCheck}
      allowed={useStorePermissions()}
    />
  )
}

function statusesOf(organizationId: string): Resource<DocumentStatus, Values> {
  return {
    texts: texts.statuses,
    kinds: ['statuses'],
    labels: {...named.labels, color: texts.color.label},
    values: (row) => ({...named.values(row), color: row?.color ?? ''}),
    Fields,
    check: (values) => ({...named.check(values), ...checkColor(values)}),
    show: showColored,
    create: ({color, ...rest}) =>
      answer(api.POST('/api/document-statuses', {body: {organizationId, ...rest, color: colorOf(color)}})),
    read: (id) => answer(api.GET('/api/document-statuses/{id}', {params: {path: {id}}})),
    change: ({id, changeSequence}, {name, color}) =>
      answer(api.PUT('/api/document-statuses/{id}', {params: {path: {id}}, body: {name, color: colorOf(color), changeSequence}})),
    remove: (id) => answer(api.DELETE('/api/document-statuses/{id}', {params: {path: {id}}})),
  }
}

function Fields({form, row}: {form: Form<Values>; row: DocumentStatus | undefined}) {
  return (
    <>
      <NameAndSlug form={form} row={row} />
      <ColorField form={form} />
    </>
  )
}
