import {ConnectionError} from './errors.js'

/**
 * One HTTP exchange with an end: no answer within `timeout` milliseconds is a {@link ConnectionError}. A
 * redirect is an answer like others: `fetch` would take the token along to the other host.
 */
export async function exchange(
  url: string,
  init: RequestInit,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<{answer: Response; text: string}> {
  const ending = new AbortController()
  const stop = () => ending.abort(signal?.reason)
  signal?.throwIfAborted()
  signal?.addEventListener('abort', stop, {once: true})
  const timer = setTimeout(() => ending.abort(), timeout)
  try {
    const answer = await fetch(url, {...init, credentials: 'omit', redirect: 'manual', signal: ending.signal})
    return {answer, text: await answer.text()}
  } catch (cause) {
    signal?.throwIfAborted()
    throw new ConnectionError(`no answer from ${new URL(url).host}`, {cause})
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

/** `Retry-After` (RFC 9110, section 10.2.3) in milliseconds. */
export function retryAfter(answer: Response): number | undefined {
  const text = answer.headers.get('retry-after')
  if (text === null) {
    return undefined
  }
  const millis = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isNaN(millis) ? undefined : Math.max(0, millis)
}
