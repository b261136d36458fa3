import {exchange, retryAfter} from './call.js'
import {StorageError} from './errors.js'
import type {PartUrl} from './wire.js'

const LEAST_PATIENCE = 60_000
/** A PUT slower than this is stuck. */
const LEAST_BYTES_A_MILLISECOND = 16

/**
 * Puts the bytes of one part straight into the storage, with the headers that its URL requires and no
 * other: the service's token never goes there.
 *
 * @returns the ETag; `undefined` where a browser may not read it
 */
export async function put(to: PartUrl, bytes: Blob, signal: AbortSignal | undefined): Promise<string | undefined> {
  const timeout = LEAST_PATIENCE + bytes.size / LEAST_BYTES_A_MILLISECOND
  const init = {method: 'PUT', headers: to.requiredHeaders, body: bytes}
  const {answer, text} = await exchange(to.uploadUrl, init, timeout, signal)
  if (!answer.ok) {
    const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? ''
    throw new StorageError(answer.status, code, retryAfter(answer))
  }
  return answer.headers.get('etag') ?? undefined
}
