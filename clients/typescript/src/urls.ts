import {checksumOf} from './checksum.js'
import type {Part} from './parts.js'
import type {Service} from './service.js'
import type {ChecksumAlgorithm, PartUrl} from './wire.js'

/** An upload that is open: what later calls name, and how its parts are proven. */
export interface OpenUpload {
  uploadId: string
  s3Key: string
  partSize: number
  checksumAlgorithm?: ChecksumAlgorithm
}

/** A part to send: its bytes and the checksum that its URL is signed for. */
export interface PreparedPart {
  part: Part
  bytes: Blob
  checksum: string | undefined
}

/** Reads the part once for its checksum; the bytes themselves stay in the file. */
export async function prepared(file: Blob, part: Part, algorithm: ChecksumAlgorithm | undefined): Promise<PreparedPart> {
  const bytes = file.slice(part.begin, part.begin + part.size)
  return {part, bytes, checksum: algorithm && (await checksumOf(algorithm, bytes))}
}

/** A URL that takes this part's size and checksum and nothing else. */
export async function urlFor(
  service: Service,
  upload: OpenUpload,
  {part, checksum}: PreparedPart,
  signal: AbortSignal | undefined,
): Promise<PartUrl> {
  const item = {partNumber: part.number, size: part.size, ...(checksum !== undefined && {checksum})}
  const [url] = await service.partUrls(upload, [item], signal)
  if (url === undefined) {
    throw new TypeError(`no URL came for part ${part.number}`)
  }
  return url
}
