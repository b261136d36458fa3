import type {Budget} from './budget.js'
import {compare} from './checksum.js'
import {FileChangedError} from './errors.js'
import {partsOf, type Part} from './parts.js'
import {patiently} from './patience.js'
import type {ProgressCounter} from './progress.js'
import type {Service} from './service.js'
import {put} from './storage.js'
import {prepared, urlFor, type OpenUpload, type PreparedPart} from './urls.js'
import {verdictOn} from './verdict.js'
import type {StoredPart} from './wire.js'

/** A part as the list of a completion names it. */
export interface SentPart {
  partNumber: number
  etag?: string
  checksum?: string
}

/** What sending shares among the parts of one file. */
export interface Sending {
  service: Service
  budget: Budget
  file: Blob
  upload: OpenUpload
  progress: ProgressCounter
  signal: AbortSignal
}

/**
 * Sends what the storage does not hold yet, several parts at once, and what cannot be told to be the same.
 * The first failure that cannot be mended ends all of it.
 *
 * @param held what the storage listed, by part number
 */
export async function sendParts(sending: Sending, held: ReadonlyMap<number, StoredPart>): Promise<SentPart[]> {
  const {budget, file, upload} = sending
  const ending = new AbortController()
  const signal = AbortSignal.any([sending.signal, ending.signal])
  const all = partsOf(file.size, upload.partSize).map((part) =>
    budget.run(() => sendOrSkip({...sending, signal}, part, held.get(part.number)), signal),
  )
  try {
    return await Promise.all(all)
  } catch (failure) {
    ending.abort(failure)
    await Promise.allSettled(all)
    throw failure
  }
}

async function sendOrSkip(sending: Sending, part: Part, held: StoredPart | undefined): Promise<SentPart> {
  if (held !== undefined && (await isThere(sending, part, held))) {
    sending.progress.found(part.size)
    return {partNumber: part.number, etag: held.etag, ...(held.checksum && {checksum: held.checksum})}
  }
  const ready = await prepared(sending.file, part, sending.upload.checksumAlgorithm)
  const etag = await sendOne(sending, ready)
  sending.progress.sent(part.size)
  const {checksum} = ready
  return {partNumber: part.number, ...(etag && {etag}), ...(checksum && {checksum})}
}

async function isThere({file, upload}: Sending, part: Part, held: StoredPart): Promise<boolean> {
  const bytes = file.slice(part.begin, part.begin + part.size)
  const found = await compare(held, bytes, upload.checksumAlgorithm)
  if (found === 'other') {
    throw new FileChangedError(
      `part ${part.number} of the file has other bytes than those that were sent: it is another file, or it was changed`)
  }
  return found === 'same'
}

/** A URL that the storage refuses is asked for once more: it may have expired on the way. */
async function sendOne(sending: Sending, part: PreparedPart): Promise<string | undefined> {
  try {
    return await putOnce(sending, part)
  } catch (failure) {
    if (verdictOn(failure).what !== 'new-url') {
      throw failure
    }
    return putOnce(sending, part)
  }
}

async function putOnce({service, upload, budget, signal}: Sending, part: PreparedPart): Promise<string | undefined> {
  const url = await urlFor(service, upload, part, signal)
  return patiently(() => put(url, part.bytes, signal), signal, () => budget.halve())
}
