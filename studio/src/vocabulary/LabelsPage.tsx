import {IconTags} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {answer, api} from '../api/client.ts'
import {queries} from '../api/queries.ts'
import type {Label} from '../api/types.ts'
import {date} from '../format.ts'
import {useOrganization, useStorePermissions} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import type {Column} from '../ui/DataTable.tsx'
import type {Form} from '../ui/form.ts'
import {checkName, NameField} from '../ui/named.tsx'
import type {Resource} from '../ui/resource.ts'
import {ResourcePage} from '../ui/ResourcePage.tsx'
import {checkColor, Colored, ColorField, colorOf, showColored} from './Color.tsx'

interface Values {
  name: string
  color: string
}

const COLUMNS: Column<Label>[] = [
  {title: texts.common.name, cell: (row) => <Colored {...row} />},
  {title: texts.common.createdOn, cell: ({createdOn}) => date(createdOn)},
]

/** Marks that documents of the organization may have. */
export default function LabelsPage() {
  const {id} = useOrganization()
  return (
    <ResourcePage
      resource={labelsOf(id)}
      list={useQuery(queries.labels(id))}
      columns={COLUMNS}
      searchText={({name}) => name}
      icon={IconTags}
      allowed={useStorePermissions()}
    />
  )
}

function labelsOf(organizationId: string): Resource<Label, Values> {
  return {
    texts: texts.labels,
    kinds: ['labels'],
    labels: {name: texts.common.name, color: texts.color.label},
    values: (row) => ({name: row?.name ?? '', color: row?.color ?? ''}),
    Fields,
    check: (values) => ({...checkName(values), ...checkColor(values)}),
    show: showColored,
    create: ({name, color}) => answer(api.POST('/api/labels', {body: {organizationId, name, color: colorOf(color)}})),
    read: (id) => answer(api.GET('/api/labels/{id}', {params: {path: {id}}})),
    change: ({id, changeSequence}, {name, color}) =>
      answer(api.PUT('/api/labels/{id}', {params: {path: {id}}, body: {name, color: colorOf(color), changeSequence}})),
    remove: (id) => answer(api.DELETE('/api/labels/{id}', {params: {path: {id}}})),
  }
}

function Fields({form}: {form: Form<Values>}) {
  return (
    <>
      <NameField form={form} hint={texts.labels.nameHint} />
      <ColorField form={form} />
    </>
  )
}
