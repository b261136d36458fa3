import {createCRC32, createCRC64, createMD5, createSHA256, type IHasher} from 'hash-wasm'
import type {ChecksumAlgorithm, StoredPart} from './wire.js'

/** Reflected polynomials (https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html). */
const CRC64NVME = '9a6c9329ac4bc9b5'
const CRC32C = 0x82f63b78

/** The checksum of the bytes in base64, read through small buffers. */
export async function checksumOf(algorithm: ChecksumAlgorithm, bytes: Blob): Promise<string> {
  const hasher = await hasherOf(algorithm)
  await update(hasher, bytes)
  return base64(hasher.digest('binary'))
}

/**
 * Whether the storage's part is these bytes: by its checksum, else by an ETag that is their MD5. Other
 * ETags say nothing, and neither does a part of another size, which may have been cut.
 */
export async function compare(
  held: StoredPart,
  bytes: Blob,
  algorithm: ChecksumAlgorithm | undefined,
): Promise<'same' | 'other' | 'unknown'> {
  if (held.size !== bytes.size) {
    return 'unknown'
  }
  if (held.checksum !== undefined && algorithm !== undefined) {
    return held.checksum === (await checksumOf(algorithm, bytes)) ? 'same' : 'other'
  }
  const md5 = await createMD5()
  await update(md5, bytes)
  return held.etag.replaceAll('"', '') === md5.digest() ? 'same' : 'unknown'
}

function hasherOf(algorithm: ChecksumAlgorithm): Promise<IHasher> {
  switch (algorithm) {
    case 'CRC64NVME':
      return createCRC64(CRC64NVME)
    case 'CRC32C':
      return createCRC32(CRC32C)
    case 'SHA256':
      return createSHA256()
    case 'MD5':
      return createMD5()
  }
}

async function update(hasher: IHasher, bytes: Blob): Promise<void> {
  hasher.init()
  const reader = bytes.stream().getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    hasher.update(next.value)
  }
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
