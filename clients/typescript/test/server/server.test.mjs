import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {once} from 'node:events'
import {mkdtemp, rm, truncate, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {after, before, test} from 'node:test'
import {fileURLToPath} from 'node:url'
import {FileChangedError, PenstockError, Uploader} from '@penstock/client'
import {openFile} from '@penstock/client/node'
import {Server, program} from '../server.mjs'

const MIB = 1024 * 1024
const LIMIT = {timeout: 180_000}
const missing = !program || !process.env.JAVA_HOME
assert.ok(!missing || !process.env.PENSTOCK_CI, 'PENSTOCK_JAR or PENSTOCK_CLASSPATH, and JAVA_HOME, are needed')

const skip = missing && 'neither PENSTOCK_JAR nor PENSTOCK_CLASSPATH, or no JAVA_HOME'
let folder
let server
let bytes
let file
let target

before(async () => {
  if (!missing) {
    folder = await mkdtemp(join(tmpdir(), 'penstock-ts-'))
    server = await Server.start(folder)
    bytes = randomBytes(40 * MIB + 1)
    file = join(folder, 'file.bin')
    await writeFile(file, bytes)
    target = {url: server.url, ...(await server.intake('acme'))}
  }
})
after(async () => {
  await server?.kill()
  if (folder) {
    await rm(folder, {recursive: true})
  }
})

const uploader = (to = target) => new Uploader({url: to.url, intake: to.intake, token: to.token})

test('a file arrives, verified, with its fields', {...LIMIT, skip}, async () => {
  const seen = []
  const family = await uploader().upload(await openFile(file), {
    path: 'a/file.bin', contentType: 'application/octet-stream', labels: ['raw', 'new'],
    metadata: {shot: 7}, extraFields: {shot: 1, reel: 'b'}, onProgress: (p) => seen.push(p.confirmedBytes),
  })
  assert.equal(family.path, 'a/file.bin')
  assert.equal(family.size, bytes.length)
  assert.deepEqual(family.metadata, {shot: 7, reel: 'b'})
  assert.deepEqual(family.labels.map((label) => label.name).sort(), ['NEW', 'RAW'])
  assert.equal(family.contentObjects[0].verified, 'checksum')
  assert.equal(seen.at(-1), bytes.length)
  assert.ok(bytes.equals(await server.content(family)))
})

test('an empty file arrives', {...LIMIT, skip}, async () => {
  const family = await uploader().upload(new Blob([]), {path: 'empty.bin', metadata: {n: 1}, labels: ['x']})
  assert.equal(family.size, 0)
  assert.deepEqual(family.metadata, {n: 1})
})

test('a killed client is gone on with from the upload id and the file', {...LIMIT, skip}, async () => {
  const first = sending('killed.bin')
  const uploadId = await first.line(/^upload (.*)$/)
  await first.line(/^confirmed/)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  assert.equal((await uploader().service.status(uploadId)).state, 'receiving')
  const second = sending('killed.bin', uploadId)
  assert.match(await second.line(/^family (.*)$/), /checksum$/)
})

test('a killed and restarted service is waited for', {...LIMIT, skip}, async () => {
  let restarted
  const family = await uploader().upload(new Blob([bytes]), {
    path: 'restart.bin',
    onProgress: () => {
      restarted ??= server.kill().then(() => server.launch())
    },
  })
  await restarted
  assert.ok(bytes.equals(await server.content(family)))
})

test('another file is not gone on with', {...LIMIT, skip}, async () => {
  const ending = new AbortController()
  let uploadId
  const first = uploader().upload(await openFile(file), {
    path: 'changed.bin', signal: ending.signal, onBegin: (id) => { uploadId = id },
    onProgress: () => ending.abort(new Error('enough')),
  })
  await assert.rejects(first, /enough/)
  const other = Buffer.from(bytes).fill(0)
  await assert.rejects(uploader().upload(new Blob([other]), {path: 'changed.bin', uploadId}), FileChangedError)
  const shorter = join(folder, 'shorter.bin')
  await writeFile(shorter, bytes)
  await truncate(shorter, MIB)
  await assert.rejects(uploader().upload(await openFile(shorter), {path: 'changed.bin', uploadId}), FileChangedError)
  await uploader().abort(uploadId)
  assert.equal((await uploader().service.status(uploadId)).state, 'aborted')
})

test('refusals are told by their code', {...LIMIT, skip}, async () => {
  const small = new Blob(['x'])
  const refused = (code, to, path) => assert.rejects(uploader(to).upload(small, {path}), (failure) => {
    assert.ok(failure instanceof PenstockError, String(failure))
    assert.equal(failure.code, code)
    return true
  })
  await refused('path-taken', target, 'a/file.bin')
  await refused('invalid-parameter', target, '../x')
  await refused('unauthenticated', {...target, token: 'kit_wrong'}, 'x')
  const off = {url: server.url, ...(await server.intake('off', {largeUploadEnabled: false}))}
  await refused('large-uploads-disabled', off, 'x')
  await refused('token-out-of-scope', {...off, token: target.token}, 'x')
})

/** The client in a process of its own, and the lines that it prints. */
function sending(path, uploadId) {
  const script = fileURLToPath(new URL('../send.mjs', import.meta.url))
  const args = [script, target.url, target.intake, target.token, file, path, ...(uploadId ? [uploadId] : [])]
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit'], timeout: 120_000})
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]()
  return {
    child,
    async line(pattern) {
      for (let next = await lines.next(); !next.done; next = await lines.next()) {
        const found = pattern.exec(next.value)
        if (found) {
          return found[1] ?? found[0]
        }
      }
      throw new Error(`${pattern} did not come`)
    },
  }
}
