import {answer, api} from '../api/client.ts'
import type {DocumentStore} from '../api/types.ts'
import {texts} from '../texts.ts'
import {named, type Named} from '../ui/named.tsx'
import type {Resource} from '../ui/resource.ts'

/** How the document stores of an organization are made, renamed and deleted. */
export function storesOf(organizationId: string): Resource<DocumentStore, Named> {
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
