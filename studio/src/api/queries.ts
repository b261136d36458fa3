import {queryOptions, QueryClient} from '@tanstack/react-query'
import {answer, api, everyPage} from './client.ts'
import {Refusal, Unreachable} from './refusal.ts'

/**
 * What is read from the service, and under which key it is kept. The first word of a key is the kind; a page that has
 * changed something invalidates that kind. Lists of management are read whole, so that they can be searched; lists
 * that grow with every upload are read page by page.
 */
export const queries = {
  me: () =>
    queryOptions({
      queryKey: ['me'],
      queryFn: ({signal}) => answer(api.GET('/api/me', {signal})),
      staleTime: 60_000,
    }),

  organizations: () =>
    queryOptions({
      queryKey: ['organizations'],
      queryFn: ({signal}) => everyPage((query) => answer(api.GET('/api/organizations', {params: {query}, signal}))),
    }),

  stores: (organizationId: string) =>
    queryOptions({
      queryKey: ['stores'],
      queryFn: ({signal}) => everyPage((query) => answer(api.GET('/api/document-stores', {params: {query}, signal}))),
      select: (stores) => stores.filter((store) => store.organizationId === organizationId),
    }),

  intakes: (organizationId: string) =>
    queryOptions({
      queryKey: ['intakes'],
      queryFn: ({signal}) => everyPage((query) => answer(api.GET('/api/intakes', {params: {query}, signal}))),
      select: (intakes) => intakes.filter((intake) => intake.organizationId === organizationId),
    }),

  intakeActivity: (organizationId: string) =>
    queryOptions({
      queryKey: ['intake-activity', organizationId],
      queryFn: ({signal}) =>
        everyPage((query) =>
          answer(api.GET('/api/intake-activity', {params: {query: {...query, organizationId}}, signal})),
        ),
      select: (activity) => new Map(activity.map((a) => [a.intakeId, a])),
      refetchInterval: 30_000,
    }),

  document: (id: string) =>
    queryOptions({
      queryKey: ['documents', id],
      queryFn: ({signal}) => answer(api.GET('/api/document-families/{id}', {params: {path: {id}}, signal})),
    }),

  tokens: (intakeId: string) =>
    queryOptions({
      queryKey: ['tokens', intakeId],
      queryFn: ({signal}) =>
        everyPage((query) =>
          answer(api.GET('/api/intakes/{id}/tokens', {params: {path: {id: intakeId}, query}, signal})),
        ),
    }),

  labels: (organizationId: string) =>
    queryOptions({
      queryKey: ['labels', organizationId],
      queryFn: ({signal}) =>
        everyPage((query) => answer(api.GET('/api/labels', {params: {query: {...query, organizationId}}, signal}))),
    }),

  statuses: (organizationId: string) =>
    queryOptions({
      queryKey: ['statuses', organizationId],
      queryFn: ({signal}) =>
        everyPage((query) =>
          answer(api.GET('/api/document-statuses', {params: {query: {...query, organizationId}}, signal})),
        ),
    }),

  features: (organizationId: string) =>
    queryOptions({
      queryKey: ['features', organizationId],
      queryFn: ({signal}) =>
        everyPage((query) =>
          answer(api.GET('/api/knowledge-features', {params: {query: {...query, organizationId}}, signal})),
        ),
    }),

  keys: () =>
    queryOptions({
      queryKey: ['keys'],
      queryFn: ({signal}) => everyPage((query) => answer(api.GET('/api/api-keys', {params: {query}, signal}))),
    }),
}

/** A refusal is final, but for those that say when to try again; a lost connection is tried twice more. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && mayPass(error),
        retryDelay: (failures, error) =>
          error instanceof Refusal && error.retryAfterSeconds !== null
            ? Math.min(error.retryAfterSeconds, 10) * 1000
            : 500 * 2 ** failures,
      },
      mutations: {retry: false},
    },
  })
}

function mayPass(error: Error): boolean {
  return error instanceof Unreachable || (error instanceof Refusal && error.problem.status === 503)
}
