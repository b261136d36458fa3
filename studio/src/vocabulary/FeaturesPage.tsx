import {IconBulb} from '@tabler/icons-react'
import {useQuery} from '@tanstack/react-query'
import {answer, api} from '../api/client.ts'
import {queries} from '../api/queries.ts'
import type {KnowledgeFeature} from '../api/types.ts'
import {date} from '../format.ts'
import {useOrganization, useStorePermissions} from '../session/signedIn.ts'
import {texts} from '../texts.ts'
import type {Column} from '../ui/DataTable.tsx'
import {named, type Named, NameOverSlug} from '../ui/named.tsx'
import type {Resource} from '../ui/resource.ts'
import {ResourcePage} from '../ui/ResourcePage.tsx'

const COLUMNS: Column<KnowledgeFeature>[] = [
  {title: texts.common.name, cell: (row) => <NameOverSlug {...row} />},
  {title: texts.common.createdOn, cell: ({createdOn}) => date(createdOn)},
]

/** What may be known of documents; intakes and uploads name them. */
export default function FeaturesPage() {
  const {id} = useOrganization()
  return (
    <ResourcePage
      resource={featuresOf(id)}
      list={useQuery(queries.features(id))}
      columns={COLUMNS}
      searchText={({name, slug}) => `${name} ${slug}`}
      icon={IconBulb}
      allowed={useStorePermissions()}
    />
  )
}

function featuresOf(organizationId: string): Resource<KnowledgeFeature, Named> {
  return {
    ...named,
    texts: texts.features,
    // one that is deleted leaves the intakes that had it
    kinds: ['features', 'intakes'],
    create: (values) => answer(api.POST('/api/knowledge-features', {body: {organizationId, ...values}})),
    read: (id) => answer(api.GET('/api/knowledge-features/{id}', {params: {path: {id}}})),
    change: ({id, changeSequence}, {name}) =>
      answer(api.PUT('/api/knowledge-features/{id}', {params: {path: {id}}, body: {name, changeSequence}})),
    remove: (id) => answer(api.DELETE('/api/knowledge-features/{id}', {params: {path: {id}}})),
  }
}
