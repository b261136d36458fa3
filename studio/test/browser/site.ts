import {once} from 'node:events'
import {readFile} from 'node:fs/promises'
import {createServer, request, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import {extname} from 'node:path'
import {fileURLToPath} from 'node:url'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

/** The policy that Studio keeps; style-src is without 'unsafe-inline'. */
function policy(storageUrl: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${storageUrl}`,
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Serves `dist/` at `/studio`, as the service does, and hands everything else on to the service. */
export async function serveStudio(service: {url: string; storageUrl: string}): Promise<{url: string; close: () => Promise<void>}> {
  const server: Server = createServer((incoming, outgoing) => {
    const path = new URL(incoming.url ?? '/', service.url).pathname
    if (path === '/studio' || path.startsWith('/studio/')) void asset(path.slice('/studio'.length), service.storageUrl, outgoing)
    else handOn(incoming, outgoing, service.url)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function asset(path: string, storageUrl: string, outgoing: ServerResponse) {
  const file = /^\/(assets\/)?[\w.-]+$/.test(path) ? await readFile(DIST + path).catch(() => null) : null
  const content = file ?? (await readFile(`${DIST}/index.html`))
  outgoing.writeHead(200, {
    'Content-Type': (file && TYPES[extname(path)]) ?? 'text/html;charset=utf-8',
    'Content-Security-Policy': policy(storageUrl),
    'X-Content-Type-Options': 'nosniff',
  })
  outgoing.end(content)
}

function handOn(incoming: IncomingMessage, outgoing: ServerResponse, url: string) {
  const {method = 'GET', headers} = incoming
  const onward = request(url + incoming.url, {method, headers}, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}
