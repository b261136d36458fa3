import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createServer} from 'node:net'
import {createInterface} from 'node:readline'
import {join} from 'node:path'

const KEY = 'pak_only-for-tests-on-loopback-0123456789abcdef'
const PATIENCE = 120_000

/** How the program is started: by `PENSTOCK_JAR`, or by `PENSTOCK_CLASSPATH`, with the JDK of `JAVA_HOME`. */
export const program = process.env.PENSTOCK_JAR
  ? ['-jar', process.env.PENSTOCK_JAR]
  : process.env.PENSTOCK_CLASSPATH && ['-cp', process.env.PENSTOCK_CLASSPATH, 'dev.penstock.cli.Main']

/** `penstock serve` in a folder on ports of its own, which may be killed and started again in its place. */
export class Server {
  static async start(folder) {
    const server = new Server()
    server.settings = {
      PENSTOCK_DATA_DIR: join(folder, 'data'),
      PENSTOCK_HTTP_PORT: String(await freePort()),
      PENSTOCK_EMBEDDED_PORT: String(await freePort()),
      PENSTOCK_BOOTSTRAP_API_KEY: KEY,
      PENSTOCK_LOG_LEVEL: 'warn',
    }
    await server.launch()
    return server
  }

  get url() {
    return `http://127.0.0.1:${this.settings.PENSTOCK_HTTP_PORT}`
  }

  async launch() {
    const java = join(process.env.JAVA_HOME, 'bin', 'java')
    const args = ['-Xmx256m', '-XX:TieredStopAtLevel=1', '--enable-native-access=ALL-UNNAMED', ...program, 'serve']
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PENSTOCK_'))
    const env = {...Object.fromEntries(inherited), ...this.settings}
    this.child = spawn(java, args, {env, stdio: ['ignore', 'pipe', 'inherit']})
    const ready = createInterface({input: this.child.stdout})
    const late = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE)
    for await (const line of ready) {
      if (line.startsWith('Penstock is ready at ')) {
        clearTimeout(late)
        this.child.stdout.resume()
        return
      }
    }
    throw new Error('the service did not start')
  }

  async kill() {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGKILL')
      await once(this.child, 'exit')
    }
  }

  async manage(method, path, body) {
    const headers = {'x-api-key': KEY, 'content-type': 'application/json'}
    const answer = await fetch(this.url + path, {method, headers, body: body && JSON.stringify(body)})
    const text = await answer.text()
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    }
    return text && JSON.parse(text)
  }

  /** A new intake of a new organization: `{id, intake: 'org/slug', token}`. */
  async intake(slug, settings = {}) {
    const {id: organizationId} = await this.manage('POST', '/api/organizations', {slug, name: slug})
    await this.manage('POST', '/api/document-stores', {organizationId, slug: 'inbox', name: 'Inbox'})
    const {id} = await this.manage('POST', '/api/intakes', {
      slug: 'files', name: 'Files', store: {ref: `${slug}/inbox`}, active: true, largeUploadEnabled: true, ...settings,
    })
    const {token} = await this.manage('POST', `/api/intakes/${id}/tokens`, {name: 'test'})
    return {id, intake: `${slug}/files`, token}
  }

  /** The bytes of a document. */
  async content(family) {
    const {url} = await this.manage('GET', `/api/document-families/${family.id}/content/NATIVE`)
    return Buffer.from(await (await fetch(url)).arrayBuffer())
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const {port} = probe.address()
  probe.close()
  await once(probe, 'close')
  return port
}
