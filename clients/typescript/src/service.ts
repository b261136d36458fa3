import {exchange, retryAfter} from './call.js'
import {ConnectionError, PenstockError} from './errors.js'
import {patiently} from './patience.js'
import type {IntakeInfo, PartUrl, Problem, StoredPart, UploadStatus} from './wire.js'

/** Longer than the service holds a completion back before it says that it is still under way. */
const PATIENCE = 11 * 60_000

export interface ServiceOptions {
  /** Where Penstock is, such as `https://penstock.example`. */
  url: string
  /** `org/slug`. */
  intake: string
  /** An intake token (`kit_…`) or a platform API key. */
  token: string
}

type Query = Record<string, string | number | undefined>

/** The upload routes of one intake. Calls are repeated where that is safe; all of these are. */
export class Service {
  readonly #root: string
  readonly #token: string

  constructor({url, intake, token}: ServiceOptions) {
    const path = intake.split('/').map(encodeURIComponent).join('/')
    this.#root = `${url.replace(/\/+$/, '')}/api/intake/${path}`
    this.#token = token
  }

  info(signal?: AbortSignal): Promise<IntakeInfo> {
    return this.call('GET', '', {}, undefined, signal)
  }

  status(uploadId: string, signal?: AbortSignal): Promise<UploadStatus> {
    return this.call('GET', `/uploads/${encodeURIComponent(uploadId)}`, {}, undefined, signal)
  }

  /** What the storage really holds, by part number, page by page. */
  async *parts(uploadId: string, signal?: AbortSignal): AsyncGenerator<StoredPart> {
    const path = `/uploads/${encodeURIComponent(uploadId)}/parts`
    let after: number | undefined = 0
    while (after !== undefined) {
      const page: {content: StoredPart[]; nextAfter?: number} = await this.call(
        'GET', path, {after}, undefined, signal)
      yield* page.content
      after = page.nextAfter
    }
  }

  async partUrls(upload: {uploadId: string; s3Key: string}, items: unknown[], signal?: AbortSignal): Promise<PartUrl[]> {
    const {uploadId, s3Key} = upload
    const answer: {parts: PartUrl[]} = await this.call(
      'POST', '/multipart-upload-part-urls', {uploadId, s3Key}, JSON.stringify(items), signal)
    return answer.parts
  }

  /** Repeated after a broken connection too; `headers` may hold an `Idempotency-Key`. */
  call<T>(
    method: string,
    suffix: string,
    query: Query,
    body?: BodyInit,
    signal?: AbortSignal,
    headers: Record<string, string> = {},
  ): Promise<T> {
    return patiently(() => this.#once<T>(method, suffix, query, body, signal, headers), signal)
  }

  async #once<T>(
    method: string,
    suffix: string,
    query: Query,
    body: BodyInit | undefined,
    signal: AbortSignal | undefined,
    headers: Record<string, string>,
  ): Promise<T> {
    const init: RequestInit = {method, headers: {...headers, 'x-api-key': this.#token}}
    if (body !== undefined) {
      init.body = body
    }
    const {answer, text} = await exchange(this.#root + suffix + encoded(query), init, PATIENCE, signal)
    if (!answer.ok) {
      throw refusal(answer, text)
    }
    return (text === '' ? undefined : whole(text)) as T
  }
}

function encoded(query: Query): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return pairs.length === 0 ? '' : '?' + pairs.join('&')
}

function whole(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ConnectionError('the answer was cut', {cause})
  }
}

function refusal(answer: Response, text: string): PenstockError {
  const problem = parsed(text)
  return new PenstockError(
    answer.status,
    problem?.code ?? 'no-problem-document',
    problem?.detail ?? `the answer was ${answer.status} without a problem document`,
    problem,
    retryAfter(answer),
  )
}

function parsed(text: string): Problem | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && 'code' in json ? (json as Problem) : undefined
  } catch {
    return undefined
  }
}
