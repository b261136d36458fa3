import type {Problem} from './wire.js'

/** A refusal of the service. `code` is one of the closed list at `/problems.yaml`. */
export class PenstockError extends Error {
  override readonly name = 'PenstockError'

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    /** The whole answer, with the fields of the case such as `missingParts`. */
    readonly problem: Problem | undefined,
    /** After how many milliseconds the same call may succeed. */
    readonly retryAfter: number | undefined,
  ) {
    super(`${code}: ${detail}`)
  }
}

/** A refusal of the storage. `code` is that of its XML, such as `SlowDown`; empty where it sent none. */
export class StorageError extends Error {
  override readonly name = 'StorageError'

  constructor(
    readonly status: number,
    readonly code: string,
    readonly retryAfter: number | undefined,
  ) {
    super(`the storage answered ${status} ${code}`.trimEnd())
  }
}

/** No answer: the connection broke, or nothing came in time. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'
}

/** The file is not the one that the upload was requested for. */
export class FileChangedError extends Error {
  override readonly name = 'FileChangedError'
}
