import {
  FileChangedError, PenstockError, StorageError, Uploader, verdictOn, type Progress,
} from '@penstock/client'
import type {Failure} from './failure.ts'
import type {SendingFile} from './file.ts'

export type Outcome =
  | {is: 'arrived'; familyId: string}
  | {is: 'cut-off'}
  /** it is not the file, or can no longer be read */
  | {is: 'interrupted'; because: Failure}
  | {is: 'failed'; because: Failure; unauthenticated: boolean}

interface Told {
  onBegin: (uploadId: string) => void
  onProgress: (progress: Progress) => void
  signal: AbortSignal
}

/** The upload engine, loaded with the first file. Files of one intake share one client, and so its budget of parts. */
export class Transfers {
  readonly #clients = new Map<string, Uploader>()
  readonly #token: string

  constructor(token: string) {
    this.#token = token
  }

  /** Sends a file, or what is missing of it. Throws the signal's reason, and nothing else. */
  async send(file: SendingFile, source: File, {onBegin, onProgress, signal}: Told): Promise<Outcome> {
    const uploader = this.#of(file.to.route)
    const {path, labels} = file
    try {
      const uploadId = file.uploadId && (await stillOpen(uploader, file.uploadId, signal))
      const options = {path, filename: file.name, onBegin, onProgress, signal, ...(labels.length > 0 && {labels})}
      const family = await uploader.upload(source, uploadId ? {...options, uploadId} : options)
      return {is: 'arrived', familyId: family.id}
    } catch (failure) {
      signal.throwIfAborted()
      return outcomeOf(failure)
    }
  }

  /** Gives an upload up; one that is over already is none to give up. */
  async abort({to, uploadId}: SendingFile): Promise<Failure | undefined> {
    if (!uploadId) return undefined
    try {
      await this.#of(to.route).abort(uploadId)
    } catch (failure) {
      if (!(failure instanceof PenstockError && (failure.status === 404 || failure.status === 409))) return failureOf(failure)
    }
    return undefined
  }

  #of(intake: string): Uploader {
    const known = this.#clients.get(intake)
    if (known) return known
    const made = new Uploader({url: location.origin, intake, token: this.#token})
    this.#clients.set(intake, made)
    return made
  }
}

const GOES_ON = new Set(['receiving', 'completing', 'stored', 'completed'])

/** The upload's id while there is something to go on with; a file whose upload is over begins anew. */
async function stillOpen(uploader: Uploader, uploadId: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const {state} = await uploader.service.status(uploadId, signal)
    return GOES_ON.has(state) ? uploadId : undefined
  } catch (failure) {
    if (failure instanceof PenstockError && failure.code === 'upload-not-found') return undefined
    throw failure
  }
}

function outcomeOf(failure: unknown): Outcome {
  if (verdictOn(failure).what === 'retry') return {is: 'cut-off'}
  const because = failureOf(failure)
  if (because.kind === 'another-file' || because.kind === 'unreadable') return {is: 'interrupted', because}
  return {is: 'failed', because, unauthenticated: failure instanceof PenstockError && failure.status === 401}
}

function failureOf(failure: unknown): Failure {
  if (failure instanceof PenstockError) {
    const {code, detail, problem} = failure
    return {kind: 'refused', code, title: problem?.title ?? code, detail}
  }
  if (failure instanceof StorageError) return {kind: 'storage', status: failure.status, code: failure.code}
  if (failure instanceof FileChangedError) return {kind: 'another-file', detail: failure.message}
  // the browser can no longer read the file, or it was changed since it was chosen
  if (failure instanceof DOMException && (failure.name === 'NotReadableError' || failure.name === 'NotFoundError')) return {kind: 'unreadable'}
  return {kind: 'fault', detail: failure instanceof Error ? failure.message : String(failure)}
}
