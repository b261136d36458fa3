import assert from 'node:assert/strict'
import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {test} from 'node:test'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {Server, program} from '../server.mjs'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const missing = !program || !process.env.JAVA_HOME
assert.ok(!missing || !process.env.PENSTOCK_CI, 'PENSTOCK_JAR or PENSTOCK_CLASSPATH, and JAVA_HOME, are needed')
const skip = missing && 'neither PENSTOCK_JAR nor PENSTOCK_CLASSPATH, or no JAVA_HOME'

test('the example of the README runs from the archive', {timeout: 240_000, skip}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'penstock-ts-'))
  let server
  try {
    const {stdout} = await run('npm', ['pack', '--json', '--pack-destination', folder], {cwd: root, timeout: 60_000})
    const [{filename, files}] = JSON.parse(stdout)
    assert.ok(files.every(({path}) => /^(dist\/|README\.md$|LICENSE$|package\.json$)/.test(path)))
    await writeFile(join(folder, 'package.json'), '{"private": true, "type": "module"}')
    await run('npm', ['install', '--no-audit', '--no-fund', `./${filename}`], {cwd: folder, timeout: 120_000})

    const readme = await readFile(join(root, 'README.md'), 'utf8')
    await writeFile(join(folder, 'example.mjs'), /```js\n([^]*?)```/.exec(readme)[1])
    await writeFile(join(folder, 'some.bin'), Buffer.alloc(20 * 1024 * 1024, 7))
    server = await Server.start(folder)
    const {intake, token} = await server.intake('acme')
    const env = {...process.env, PENSTOCK_URL: server.url, PENSTOCK_INTAKE: intake, PENSTOCK_TOKEN: token}
    const sent = await run(process.execPath, ['example.mjs', 'some.bin'], {cwd: folder, env, timeout: 60_000})
    assert.match(sent.stdout, /^[0-9a-f-]{36} checksum\n$/)
    assert.match(sent.stderr, /20971520 of 20971520 bytes/)
  } finally {
    await server?.kill()
    await rm(folder, {recursive: true})
  }
})
