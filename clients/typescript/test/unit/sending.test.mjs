import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {afterEach, beforeEach, test} from 'node:test'
import {ConnectionError, FileChangedError, PenstockError, StorageError, Uploader} from '@penstock/client'
import {Fake} from '../fake.mjs'

const MIB = 1024 * 1024
const LIMIT = {timeout: 60_000}
const path = 'a.bin'
let fake
let uploader

beforeEach(async () => {
  fake = await Fake.start()
  uploader = new Uploader({url: fake.url, intake: 'acme/files', token: 'kit_secret'})
})
afterEach(() => fake.close())

const file = (parts) => new Blob([new Uint8Array(parts * 5 * MIB - 1).fill(7)])

/** Every row of the table: what the storage does, and what becomes of the upload. */
const mended = {
  'SlowDown': {status: 503, code: 'SlowDown'},
  'SlowDown with Retry-After': {status: 503, code: 'SlowDown', headers: {'retry-after': '1'}},
  'too many requests': {status: 429},
  'internal error': {status: 500, code: 'InternalError'},
  'bad gateway without a body': {status: 502, bare: true},
  'gateway timeout': {status: 504, bare: true},
  'a body that came damaged': {status: 400, code: 'BadDigest'},
  'a body that came in part': {status: 400, code: 'IncompleteBody'},
  'a connection that breaks': 'reset',
  'a URL that expired': {status: 403, code: 'AccessDenied'},
  'an upload that the storage dropped': {status: 404, code: 'NoSuchUpload'},
}
for (const [name, fault] of Object.entries(mended)) {
  test(`mended: ${name}`, LIMIT, async () => {
    fake.putFaults = [fault]
    const family = await uploader.upload(file(2), {path})
    assert.equal(family.id, 'family')
    assert.equal(fake.held.size, 2)
    assert.deepEqual(fake.completions[0].parts.map((p) => p.partNumber), [1, 2])
    assert.equal(fake.begun, fault.status === 404 ? 2 : 1)
  })
}

const given = {
  'a refusal of the request itself': {status: 400, code: 'InvalidArgument'},
  'a method that is not allowed': {status: 405, code: 'MethodNotAllowed'},
  'a length that is required': {status: 411, code: 'MissingContentLength'},
}
for (const [name, fault] of Object.entries(given)) {
  test(`given up: ${name}`, LIMIT, async () => {
    fake.putFaults = [fault]
    await assert.rejects(uploader.upload(file(1), {path}), (failure) => {
      assert.ok(failure instanceof StorageError)
      assert.equal(failure.code, fault.code)
      return true
    })
    assert.equal(fake.completions.length, 0)
  })
}

test('a second 403 ends it', LIMIT, async () => {
  fake.putFaults = [{status: 403}, {status: 403}]
  await assert.rejects(uploader.upload(file(1), {path}), StorageError)
  assert.equal(fake.urlsSigned, 2)
})

test('Retry-After is waited for', LIMIT, async () => {
  fake.putFaults = [{status: 503, headers: {'retry-after': '2'}}]
  const began = Date.now()
  await uploader.upload(file(1), {path})
  assert.ok(Date.now() - began >= 2000)
})

test('calls of the service are repeated, its refusals are told', LIMIT, async () => {
  fake.callFaults = [{status: 503, code: 'storage-unavailable'}, 'reset']
  await uploader.upload(file(1), {path})
  fake.callFaults = [{status: 409, code: 'path-taken'}]
  await assert.rejects(uploader.upload(file(1), {path}), (failure) => {
    assert.ok(failure instanceof PenstockError)
    assert.deepEqual([failure.status, failure.code, failure.detail], [409, 'path-taken', 'played'])
    return true
  })
})

test('an answer that is no problem document is told as what it is', LIMIT, async () => {
  fake.callFaults = [{status: 418, bare: true}]
  await assert.rejects(uploader.upload(file(1), {path}), {code: 'no-problem-document', status: 418})
})

test('upload-lost begins anew, three times at most', LIMIT, async () => {
  const lost = {status: 409, code: 'upload-lost'}
  fake.callFaults = ['well', 'well', lost]
  await uploader.upload(file(1), {path})
  assert.equal(fake.begun, 2)
  fake.begun = 0
  fake.putFaults = [{status: 404}, {status: 404}, {status: 404}]
  await assert.rejects(uploader.upload(file(1), {path}), StorageError)
  assert.equal(fake.begun, 3)
})

test('the storage sees no token, and the checksum that was signed', LIMIT, async () => {
  fake.algorithm = 'CRC64NVME'
  await uploader.upload(new Blob(['123456789']), {path})
  const [headers] = fake.storageHeaders
  assert.equal(headers['x-amz-checksum-crc64nvme'], 'rosUhgp5mIg=')
  assert.equal(headers['content-length'], '9')
  assert.ok(!JSON.stringify(headers).includes('kit_secret'))
  assert.equal(fake.completions[0].parts[0].checksum, 'rosUhgp5mIg=')
})

test('fields go along as the contract has them', LIMIT, async () => {
  await uploader.upload(file(1), {path, labels: ['a', 'b'], metadata: {n: 1}, statusId: 's'})
  const {labels, metadata, statusId, size} = fake.completions[0]
  assert.deepEqual({labels, metadata, statusId, size},
    {labels: 'a,b', metadata: {n: 1}, statusId: 's', size: 5 * MIB - 1})
})

test('parts share one budget that grows', LIMIT, async () => {
  await Promise.all([uploader.upload(file(12), {path}), uploader.upload(file(12), {path})])
  assert.ok(fake.most > 2 && fake.most <= 8, `at once: ${fake.most}`)
})

test('progress counts what was confirmed and never falls', LIMIT, async () => {
  const seen = []
  fake.putFaults = [{status: 500}]
  await uploader.upload(file(4), {path, onProgress: (p) => seen.push(p)})
  assert.equal(seen.length, 4)
  assert.ok(seen.every((p, i) => i === 0 || p.confirmedBytes > seen[i - 1].confirmedBytes))
  assert.equal(seen.at(-1).confirmedBytes, 20 * MIB - 1)
  assert.equal(seen.at(-1).secondsLeft, 0)
})

test('a signal stops it, and what arrived is gone on with', LIMIT, async () => {
  const ending = new AbortController()
  let uploadId
  const first = uploader.upload(file(6), {
    path, signal: ending.signal, onBegin: (id) => { uploadId = id },
    onProgress: (p) => p.confirmedBytes > 9 * MIB && ending.abort(new Error('enough')),
  })
  await assert.rejects(first, /enough/)
  assert.equal(fake.completions.length, 0)
  for (const part of fake.held.values()) {
    part.etag = createHash('md5').update(Buffer.alloc(part.size, 7)).digest('hex')
  }
  const sent = fake.storageHeaders.length
  await uploader.upload(file(6), {path, uploadId})
  assert.ok(fake.storageHeaders.length - sent <= 4)
  assert.equal(fake.completions[0].parts.length, 6)
})

test('more than a thousand parts are gone on with', LIMIT, async () => {
  fake.partSize = 8
  fake.length = 8 * 2500
  const etag = createHash('md5').update(Buffer.alloc(8, 7)).digest('hex')
  for (let partNumber = 1; partNumber <= 2400; partNumber++) {
    fake.held.set(partNumber, {partNumber, size: 8, etag})
  }
  await uploader.upload(new Blob([new Uint8Array(fake.length).fill(7)]), {path, uploadId: fake.uploadId})
  assert.equal(fake.storageHeaders.length, 100)
  assert.equal(fake.completions[0].parts.length, 2500)
})

test('another file is refused', LIMIT, async () => {
  fake.algorithm = 'CRC64NVME'
  fake.length = 5 * MIB - 1
  fake.held.set(1, {partNumber: 1, size: 5 * MIB - 1, etag: '"1"', checksum: 'rosUhgp5mIg='})
  const {uploadId} = fake
  await assert.rejects(uploader.upload(file(1), {path, uploadId}), FileChangedError)
  await assert.rejects(uploader.upload(file(2), {path, uploadId}), FileChangedError)
  await assert.rejects(uploader.upload(file(1), {path: 'b.bin', uploadId}), FileChangedError)
  assert.equal(fake.storageHeaders.length, 0)
})

test('a part that was cut and one whose ETag is no MD5 are sent again', LIMIT, async () => {
  fake.length = 10 * MIB - 1
  fake.held.set(1, {partNumber: 1, size: 7, etag: '"cut"'})
  fake.held.set(2, {partNumber: 2, size: 5 * MIB - 1, etag: '"opaque"'})
  await uploader.upload(file(2), {path, uploadId: fake.uploadId})
  assert.equal(fake.storageHeaders.length, 2)
  assert.deepEqual(fake.completions[0].parts.map((p) => p.etag), ['"1"', '"2"'])
})

test('the token does not follow a redirect to another host', LIMIT, async () => {
  const other = await Fake.start()
  try {
    fake.callFaults = [{status: 307, code: 'moved', headers: {location: `${other.url}/elsewhere`}}]
    await assert.rejects(uploader.upload(file(1), {path}), {code: 'moved', status: 307})
    assert.equal(other.calls, 0)
    fake.putFaults = [{status: 307, code: 'Moved', headers: {location: `${other.url}/elsewhere`}}]
    await assert.rejects(uploader.upload(file(1), {path}), StorageError)
    assert.equal(other.calls, 0)
  } finally {
    await other.close()
  }
})

test('an upload that waits behind others stops at once', LIMIT, async () => {
  const ending = new AbortController()
  fake.delay = 1000
  const others = uploader.upload(file(4), {path})
  const stop = () => setTimeout(() => ending.abort(new Error('enough')), 50)
  const waiting = uploader.upload(file(12), {path, signal: ending.signal, onBegin: stop})
  await assert.rejects(waiting, /enough/)
  assert.equal(fake.held.size, 0)
  assert.equal((await others).id, 'family')
})

test('who is to wait for a day is told so', LIMIT, async () => {
  fake.callFaults = [{status: 503, code: 'storage-unavailable'}]
  fake.putFaults = [{status: 503, code: 'SlowDown', headers: {'retry-after': '86400'}}]
  await assert.rejects(uploader.upload(file(1), {path}), {name: 'StorageError', retryAfter: 86_400_000})
})

test('an answer that was cut is asked for again', LIMIT, async () => {
  fake.callFaults = ['cut']
  assert.equal((await uploader.upload(file(1), {path})).id, 'family')
})

test('a service that is not there is told in the end', LIMIT, async () => {
  const ending = new AbortController()
  const nowhere = new Uploader({url: 'http://127.0.0.1:1', intake: 'acme/files', token: 't'})
  setTimeout(() => ending.abort(new Error('enough')), 500)
  await assert.rejects(nowhere.upload(file(1), {path, signal: ending.signal}), /enough/)
  assert.equal(new ConnectionError('x').name, 'ConnectionError')
})
