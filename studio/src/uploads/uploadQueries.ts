import {infiniteQueryOptions, keepPreviousData, queryOptions} from '@tanstack/react-query'
import {answer, api} from '../api/client.ts'
import type {StoredPart, UploadState, UploadStatus} from '../api/types.ts'
import {isOpen} from './states.ts'

const A_PAGE = 50
const PARTS_A_PAGE = 1000
const SOON = 3_000

/** The uploads of an intake. What is open is read again every few seconds, more rarely the more there is to read. */
export const uploadQueries = {
  list: (intakeId: string, state: UploadState | undefined) =>
    infiniteQueryOptions({
      queryKey: ['uploads', intakeId, 'list', state ?? 'any'],
      queryFn: ({pageParam, signal}) => {
        const query = {order: 'newest' as const, limit: A_PAGE, ...(state && {state}), ...(pageParam && {cursor: pageParam})}
        return answer(api.GET('/api/intakes/{id}/uploads', {params: {path: {id: intakeId}, query}, signal}))
      },
      initialPageParam: '',
      getNextPageParam: ({nextCursor}) => nextCursor,
      refetchInterval: ({state: {data}}) => SOON * (data?.pages.length ?? 1),
      placeholderData: keepPreviousData,
    }),

  one: (intakeId: string, uploadId: string) =>
    queryOptions({
      queryKey: ['uploads', intakeId, uploadId],
      queryFn: ({signal}) =>
        answer(api.GET('/api/intakes/{id}/uploads/{uploadId}', {params: {path: {id: intakeId, uploadId}}, signal})),
      refetchInterval: ({state: {data}}) => data && isOpen(data.state) && SOON,
    }),

  history: (intakeId: string, {uploadId, state, problem}: UploadStatus) =>
    queryOptions({
      queryKey: ['uploads', intakeId, uploadId, 'history', state, problem],
      queryFn: ({signal}) =>
        answer(api.GET('/api/intakes/{id}/uploads/{uploadId}/history', {params: {path: {id: intakeId, uploadId}}, signal})),
      placeholderData: keepPreviousData,
    }),

  /** What the storage holds of an upload that is open. */
  parts: (intakeId: string, uploadId: string) =>
    queryOptions({
      queryKey: ['uploads', intakeId, uploadId, 'parts'],
      queryFn: async ({signal}) => {
        const parts: StoredPart[] = []
        for (let after: number | undefined = 0; after !== undefined; ) {
          const query = {after, limit: PARTS_A_PAGE}
          const page: {content: StoredPart[]; nextAfter?: number | undefined} = await answer(
            api.GET('/api/intakes/{id}/uploads/{uploadId}/parts', {params: {path: {id: intakeId, uploadId}, query}, signal}),
          )
          parts.push(...page.content)
          after = page.nextAfter
        }
        return parts
      },
      refetchInterval: ({state: {data}}) => SOON * Math.ceil(((data?.length ?? 0) + 1) / PARTS_A_PAGE),
    }),
}
