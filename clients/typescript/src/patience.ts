import {verdictOn, type Verdict} from './verdict.js'

const ATTEMPTS = 8
const FIRST_WAIT = 250
const LONGEST_WAIT = 20_000
/** Who is asked to wait longer is told so instead. */
const LONGEST_ASKED = 10 * 60_000

/** Repeats a call as long as the table says that it may succeed; waits longer each time. */
export async function patiently<T>(
  call: () => Promise<T>,
  signal: AbortSignal | undefined,
  onSlower: () => void = () => {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call()
    } catch (failure) {
      signal?.throwIfAborted()
      const verdict = verdictOn(failure)
      if (verdict.what !== 'retry' || attempt === ATTEMPTS || (verdict.after ?? 0) > LONGEST_ASKED) {
        throw failure
      }
      if (verdict.slower) {
        onSlower()
      }
      await pause(waitBefore(attempt, verdict), signal)
    }
  }
}

function waitBefore(attempt: number, verdict: Verdict & {what: 'retry'}): number {
  const most = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt)
  return Math.max(verdict.after ?? 0, most * (0.5 + Math.random() / 2))
}

function pause(millis: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const wake = () => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }
    const timer = setTimeout(wake, millis)
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, {once: true})
  })
}
