import {ConnectionError, PenstockError, StorageError} from './errors.js'

/**
 * What to do after a failure: `retry` the same, ask for a `new-url`, `start-anew` since the upload is
 * gone, or `give-up`. With `slower`, less at once from now on.
 */
export type Verdict =
  | {what: 'retry'; slower: boolean; after: number | undefined}
  | {what: 'new-url' | 'start-anew' | 'give-up'}

/** Statuses that say nothing of the request itself. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504])
const SLOWER = new Set([429, 503])
/** Codes with which S3 says that the body did not come as it was sent. */
const DAMAGED = new Set(['BadDigest', 'IncompleteBody', 'RequestTimeout', 'XAmzContentSHA256Mismatch'])

/** The one table: every failure of the service and of the storage, sorted. */
export function verdictOn(failure: unknown): Verdict {
  if (failure instanceof ConnectionError) {
    return {what: 'retry', slower: true, after: undefined}
  }
  if (failure instanceof PenstockError) {
    return failure.code === 'upload-lost' ? {what: 'start-anew'} : passing(failure)
  }
  if (failure instanceof StorageError) {
    return onStorage(failure)
  }
  return {what: 'give-up'}
}

function onStorage(failure: StorageError): Verdict {
  if (failure.status === 403) {
    return {what: 'new-url'}
  }
  if (failure.status === 404) {
    return {what: 'start-anew'}
  }
  if (DAMAGED.has(failure.code)) {
    return {what: 'retry', slower: false, after: undefined}
  }
  return passing(failure)
}

function passing({status, retryAfter}: PenstockError | StorageError): Verdict {
  return PASSING.has(status)
    ? {what: 'retry', slower: SLOWER.has(status), after: retryAfter}
    : {what: 'give-up'}
}
