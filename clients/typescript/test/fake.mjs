import {createServer} from 'node:http'
import {once} from 'node:events'

const UPLOAD = '0198c0de-0000-7000-8000-000000000002'
const MIB = 1024 * 1024

/** Penstock and a storage on two loopback ports, which play faults: a list of answers before the true one. */
export class Fake {
  uploadId = UPLOAD
  partSize = 5 * MIB
  length = 0
  held = new Map()
  /** Tried in order by every PUT: `{status, code?, headers?}`, or `reset`. */
  putFaults = []
  /** The same by every call of the service. */
  callFaults = []
  urlsSigned = 0
  begun = 0
  calls = 0
  /** How long a PUT takes, in milliseconds. */
  delay = 0
  completions = []
  storageHeaders = []
  most = 0
  #now = 0

  static async start() {
    const fake = new Fake()
    fake.service = await listening((req, res) => fake.#call(req, res))
    fake.storage = await listening((req, res) => fake.#put(req, res))
    return fake
  }

  get url() {
    return `http://127.0.0.1:${this.service.address().port}`
  }

  async close() {
    for (const server of [this.service, this.storage]) {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    }
  }

  async #call(req, res) {
    this.calls++
    const body = await read(req)
    if (played(this.callFaults.shift(), req, res, 'application/problem+json')) {
      return
    }
    const url = new URL(req.url, this.url)
    const route = url.pathname.split('/api/intake/acme/files')[1]
    answer(res, 200, JSON.stringify(this.#answer(route, url, body.toString())))
  }

  #answer(route, url, body) {
    switch (route) {
      case '/multipart-upload-request':
        this.begun++
        this.held.clear()
        this.length = Number(url.searchParams.get('contentLength'))
        return {uploadId: UPLOAD, s3Key: 'key', partSize: this.partSize, checksumAlgorithm: this.algorithm}
      case '/multipart-upload-part-urls':
        return {parts: JSON.parse(body).map((item) => this.#signed(item))}
      case '/multipart-upload-complete':
        this.completions.push(JSON.parse(body))
        return {id: 'family', path: 'a.bin'}
      case `/uploads/${UPLOAD}`:
        return {uploadId: UPLOAD, s3Key: 'key', path: 'a.bin', state: 'receiving', partSize: this.partSize,
          contentLength: this.length, checksumAlgorithm: this.algorithm}
      case `/uploads/${UPLOAD}/parts`:
        return this.#page(Number(url.searchParams.get('after')))
      default:
        throw new Error(`no such route: ${route}`)
    }
  }

  #signed({partNumber, checksum}) {
    const signature = ++this.urlsSigned
    return {partNumber, uploadUrl: `http://127.0.0.1:${this.storage.address().port}/${partNumber}?s=${signature}`,
      expiresAt: '2026-01-01T00:00:00Z', requiredHeaders: checksum ? {'x-amz-checksum-crc64nvme': checksum} : {}}
  }

  #page(after) {
    const rest = [...this.held.values()].filter((part) => part.partNumber > after)
    const content = rest.slice(0, 1000)
    return rest.length > 1000 ? {content, nextAfter: content.at(-1).partNumber} : {content}
  }

  async #put(req, res) {
    this.most = Math.max(this.most, ++this.#now)
    res.on('close', () => this.#now--)
    this.storageHeaders.push({...req.headers})
    const body = await read(req)
    await new Promise((resolve) => setTimeout(resolve, this.delay))
    if (played(this.putFaults.shift(), req, res, 'application/xml')) {
      return
    }
    const partNumber = Number(new URL(req.url, 'http://storage').pathname.slice(1))
    this.held.set(partNumber, {partNumber, size: body.length, etag: `"${partNumber}"`})
    res.setHeader('etag', `"${partNumber}"`)
    answer(res, 200, '')
  }
}

async function listening(handler) {
  const server = createServer((req, res) => {
    handler(req, res).catch((failure) => answer(res, 500, String(failure)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

async function read(req) {
  const chunks = []
  for await (const chunk of req) {
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Plays a fault, if there is one. */
function played(fault, req, res, type) {
  if (fault === undefined || fault === 'well') {
    return false
  }
  if (fault === 'cut') {
    answer(res, 200, '{"uploadId": "0198')
    return true
  }
  if (fault === 'reset') {
    req.socket.destroy()
    return true
  }
  const {status, code = '', headers = {}} = fault
  const body = type === 'application/xml'
    ? `<Error><Code>${code}</Code></Error>`
    : JSON.stringify({type: 'about:blank', title: code, status, detail: 'played', code})
  answer(res, status, fault.bare ? '' : body, {...headers, 'content-type': type})
  return true
}

function answer(res, status, body, headers = {}) {
  res.writeHead(status, headers)
  res.end(body)
}
