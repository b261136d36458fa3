import {Budget} from './budget.js'
import {FileChangedError} from './errors.js'
import {ProgressCounter, type Progress} from './progress.js'
import {sendParts, type SentPart} from './sending.js'
import {Service, type ServiceOptions} from './service.js'
import type {OpenUpload} from './urls.js'
import {verdictOn} from './verdict.js'
import {bodyOf, type DocumentFamily, type DocumentFields, type StoredPart, type UploadStatus} from './wire.js'

/** How often a file begins again whose upload the storage has dropped. */
const BEGINNINGS = 3
const UNKNOWN_TYPE = 'application/octet-stream'

export interface UploadOptions extends DocumentFields {
  /** Where the document is to be in its store, such as `scans/2026/a.pdf`. */
  path: string
  contentType?: string
  /** Goes on with this upload instead of requesting one. */
  uploadId?: string
  /** Told as soon as there is an upload: who keeps the id can go on after a crash. */
  onBegin?: (uploadId: string) => void
  onProgress?: (progress: Progress) => void
  /** Stops sending. What arrived stays, and the upload can be gone on with. */
  signal?: AbortSignal
}

/** Sends files to one intake; all of them share one budget of parts on their way. */
export class Uploader {
  /** The routes below, for what is not an upload of a file. */
  readonly service: Service
  readonly #budget = new Budget()

  constructor(options: ServiceOptions) {
    this.service = new Service(options)
  }

  /**
   * Sends a file and returns its document. Bytes go from the file to the storage part by part; a file
   * of zero bytes goes through the service.
   *
   * @throws PenstockError a refusal of the service
   * @throws StorageError a refusal of the storage that repeating does not mend
   * @throws ConnectionError when repeating did not help
   * @throws FileChangedError the file is not the one that the upload was requested for
   */
  async upload(file: Blob, options: UploadOptions): Promise<DocumentFamily> {
    if (file.size === 0) {
      return this.#direct(file, options)
    }
    if (options.uploadId !== undefined) {
      return this.#goOn(file, options.uploadId, options)
    }
    for (let beginning = 1; ; beginning++) {
      try {
        return await this.#fromStart(file, options)
      } catch (failure) {
        if (verdictOn(failure).what !== 'start-anew' || beginning === BEGINNINGS) {
          throw failure
        }
      }
    }
  }

  /** Gives an upload up: its parts are removed. */
  async abort(uploadId: string, signal?: AbortSignal): Promise<void> {
    const {s3Key} = await this.service.status(uploadId, signal)
    await this.service.call('POST', '/multipart-upload-abort', {uploadId, s3Key}, undefined, signal)
  }

  async #fromStart(file: Blob, options: UploadOptions): Promise<DocumentFamily> {
    const query = {
      path: options.path,
      contentType: typeOf(file, options),
      contentLength: file.size,
      checksumAlgorithm: 'auto',
    }
    const key = {'Idempotency-Key': freshKey()}
    const answer = await this.service.call<OpenUpload>(
      'POST', '/multipart-upload-request', query, undefined, options.signal, key)
    options.onBegin?.(answer.uploadId)
    return this.#sendAndComplete(file, answer, new Map(), options)
  }

  async #goOn(file: Blob, uploadId: string, options: UploadOptions): Promise<DocumentFamily> {
    const status = await this.service.status(uploadId, options.signal)
    requireSameFile(file, status, options)
    options.onBegin?.(uploadId)
    if (status.state !== 'receiving') {
      return this.#complete(status, {}, options)
    }
    const held = new Map<number, StoredPart>()
    for await (const part of this.service.parts(uploadId, options.signal)) {
      held.set(part.partNumber, part)
    }
    return this.#sendAndComplete(file, status, held, options)
  }

  async #sendAndComplete(
    file: Blob,
    upload: OpenUpload,
    held: ReadonlyMap<number, StoredPart>,
    options: UploadOptions,
  ): Promise<DocumentFamily> {
    const signal = options.signal ?? new AbortController().signal
    const progress = new ProgressCounter(file.size, options.onProgress)
    const {service} = this
    const parts = await sendParts({service, budget: this.#budget, file, upload, progress, signal}, held)
    return this.#complete(upload, {parts: everyEtag(parts), size: file.size}, options)
  }

  #complete(upload: OpenUpload, what: {parts?: SentPart[] | undefined; size?: number}, options: UploadOptions) {
    const {uploadId, s3Key} = upload
    const body = JSON.stringify({...what, ...bodyOf(fieldsOf(options))})
    return this.service.call<DocumentFamily>(
      'POST', '/multipart-upload-complete', {uploadId, s3Key}, body, options.signal)
  }

  #direct(file: Blob, options: UploadOptions): Promise<DocumentFamily> {
    const form = new FormData()
    for (const [name, value] of Object.entries(bodyOf(fieldsOf(options)))) {
      form.set(name, typeof value === 'string' ? value : JSON.stringify(value))
    }
    const name = options.filename ?? options.path.slice(options.path.lastIndexOf('/') + 1)
    form.set('file', file.slice(0, file.size, typeOf(file, options)), name)
    const key = {'Idempotency-Key': freshKey()}
    return this.service.call<DocumentFamily>('POST', '', {path: options.path}, form, options.signal, key)
  }
}

/** `crypto.randomUUID` is not there on pages without TLS. */
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('')
}

function typeOf(file: Blob, options: UploadOptions): string {
  return options.contentType ?? (file.type || UNKNOWN_TYPE)
}

function fieldsOf(options: UploadOptions): DocumentFields {
  const {path, contentType, uploadId, onBegin, onProgress, signal, ...fields} = options
  void [path, contentType, uploadId, onBegin, onProgress, signal]
  return fields
}

/** A list goes along only where every ETag could be read; else the service lists the storage itself. */
function everyEtag(parts: SentPart[]): SentPart[] | undefined {
  return parts.every((part) => part.etag !== undefined) ? parts : undefined
}

function requireSameFile(file: Blob, status: UploadStatus, options: UploadOptions): void {
  if (status.contentLength !== file.size) {
    throw new FileChangedError(
      `the upload was requested for ${status.contentLength ?? 'an unknown number of'} bytes, and the file has ${file.size}`)
  }
  if (status.path !== options.path) {
    throw new FileChangedError(`the upload is that of ${status.path}, not of ${options.path}`)
  }
}
