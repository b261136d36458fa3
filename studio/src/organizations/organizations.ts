import {answer, api} from '../api/client.ts'
import type {Organization} from '../api/types.ts'
import {texts} from '../texts.ts'
import {named, type Named} from '../ui/named.tsx'
import type {Resource} from '../ui/resource.ts'

/** How organizations are made, renamed and deleted. */
export const organizations: Resource<Organization, Named> = {
  ...named,
  texts: texts.organizations,
  kinds: ['organizations'],
  create: (body) => answer(api.POST('/api/organizations', {body})),
  read: (id) => answer(api.GET('/api/organizations/{id}', {params: {path: {id}}})),
  change: ({id, changeSequence}, {name}) =>
    answer(api.PUT('/api/organizations/{id}', {params: {path: {id}}, body: {name, changeSequence}})),
  remove: (id) => answer(api.DELETE('/api/organizations/{id}', {params: {path: {id}}})),
}
