import createClient, {type Middleware} from 'openapi-fetch'
import {currentKey, signOut} from '../session/session.ts'
import type {paths} from './openapi.ts'
import {Refusal, Unreachable} from './refusal.ts'
import type {Problem} from './types.ts'

/** The service's own routes, with the types of contract/openapi.yaml. */
export const api = createClient<paths>({baseUrl: location.origin, cache: 'no-store', credentials: 'omit'})

// The key goes with every call, and a call that it no longer opens ends the session.
const session: Middleware = {
  onRequest({request}) {
    const key = currentKey()
    if (key && !request.headers.has('x-api-key')) request.headers.set('x-api-key', key)
    return request
  },
  onResponse({request, response}) {
    const key = currentKey()
    if (response.status === 401 && key && request.headers.get('x-api-key') === key) signOut('refused')
  },
}
api.use(session)

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/**
 * The body of an answer.
 *
 * @throws Refusal when the service says no
 * @throws Unreachable when nothing of the service answers
 */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  const {data, error, response} = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Unreachable('no answer', {cause})
  })
  if (response.ok) return data as T
  if (isProblem(error)) throw new Refusal(error, retryAfter(response))
  throw new Unreachable(`${response.status} without a reason`)
}

interface Page<T> {
  content: T[]
  nextCursor?: string | undefined
}

/** All items of a list, page after page. */
export async function everyPage<T>(page: (query: {cursor?: string; limit: number}) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const next = await page({limit: 1000, ...(cursor !== undefined && {cursor})})
    items.push(...next.content)
    cursor = next.nextCursor
  } while (cursor !== undefined)
  return items
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds : null
}
