import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'

export const ADMINISTRATOR = 'pak_only-for-tests-on-loopback-0123456789abcdef'
const PATIENCE = 120_000

const STUDIO = fileURLToPath(new URL('../../target/classes', import.meta.url))
const SERVICE = process.env.PENSTOCK_JAR ?? process.env.PENSTOCK_CLASSPATH

/** How the program is started, with the Studio of this folder: `PENSTOCK_JAR` or `PENSTOCK_CLASSPATH` has the rest. */
export const program = SERVICE && ['-cp', [STUDIO, SERVICE].join(delimiter), 'dev.penstock.cli.Main']

/** `penstock serve` in a folder and on ports of its own; its storage is another origin. */
export class Service {
  private child: ChildProcess

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly storagePort: number,
  ) {
    this.child = serve(folder, port, storagePort)
  }

  static async start(): Promise<Service> {
    const folder = await mkdtemp(join(tmpdir(), 'penstock-studio-'))
    const service = new Service(folder, await freePort(), await freePort())
    await service.ready()
    return service
  }

  get url() {
    return `http://127.0.0.1:${this.port}`
  }

  get storageUrl() {
    return `http://127.0.0.1:${this.storagePort}`
  }

  /** Ends it without any warning; its data and its ports stay its own. */
  async kill() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    this.child.kill('SIGKILL')
    await once(this.child, 'exit')
  }

  /** Starts it again after a kill. */
  async restart() {
    this.child = serve(this.folder, this.port, this.storagePort)
    await this.ready()
  }

  private async ready() {
    const output = this.child.stdout
    if (!output) throw new Error('the service has no output')
    const late = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE)
    for await (const line of createInterface({input: output})) {
      if (line.startsWith('Penstock is ready at ')) {
        clearTimeout(late)
        output.resume()
        return
      }
    }
    throw new Error('the service did not start')
  }

  async stop() {
    await this.kill()
    await rm(this.folder, {recursive: true, force: true})
  }

  /** A management call, by default with the administrator's key. */
  async manage<T = Record<string, string>>(method: string, path: string, body?: unknown, key = ADMINISTRATOR): Promise<T> {
    const answer = await fetch(this.url + path, {
      method,
      headers: {'x-api-key': key, 'content-type': 'application/json'},
      body: body === undefined ? null : JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text ? JSON.parse(text) : null) as T
  }
}

function serve(folder: string, port: number, storagePort: number): ChildProcess {
  if (!program || !process.env.JAVA_HOME) throw new Error('PENSTOCK_JAR or PENSTOCK_CLASSPATH, and JAVA_HOME, are needed')
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PENSTOCK_'))
  return spawn(
    join(process.env.JAVA_HOME, 'bin', 'java'),
    ['-Xmx256m', '-XX:TieredStopAtLevel=1', '--enable-native-access=ALL-UNNAMED', ...program, 'serve'],
    {
      env: {
        ...Object.fromEntries(inherited),
        PENSTOCK_DATA_DIR: join(folder, 'data'),
        PENSTOCK_HTTP_PORT: String(port),
        PENSTOCK_EMBEDDED_PORT: String(storagePort),
        PENSTOCK_BOOTSTRAP_API_KEY: ADMINISTRATOR,
        PENSTOCK_LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
