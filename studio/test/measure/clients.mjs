// Sends a file in turns by the command line, by the TypeScript client in Node, and through Studio in Chromium, and prints
// each time over that of the command line in the same round: FILE ROUNDS. bench/clients starts what it needs.
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {chromium} from 'playwright-core'

const [file, rounds] = process.argv.slice(2)
const {PENSTOCK_URL: url, PENSTOCK_TOKEN: key, PENSTOCK_INTAKE: intake, PENSTOCK_JAVA: java, PENSTOCK_JAR: jar} = process.env
const SEND = fileURLToPath(new URL('../../../clients/typescript/test/send.mjs', import.meta.url))
const PATIENCE = 3_600_000

const ways = {
  'command line': (path) => program(java, ['-Xmx128m', '--enable-native-access=ALL-UNNAMED', '-jar', jar, 'upload', file, '--path', path, '--quiet']),
  Node: (path) => program(process.execPath, [SEND, url, intake, key, file, path]),
  Chromium: studio,
}

/** The most memory of a process in MiB, which Linux tells while it lives. */
async function peak(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

async function watched(pid, work) {
  let most = 0
  const watching = setInterval(async () => (most = Math.max(most, await peak(await pid()))), 100)
  const begun = performance.now()
  try {
    await work()
    return {seconds: (performance.now() - begun) / 1000, mebibytes: most}
  } finally {
    clearInterval(watching)
  }
}

async function program(command, options) {
  const child = spawn(command, options, {stdio: ['ignore', 'ignore', 'inherit']})
  return watched(() => child.pid, async () => {
    const [status] = await once(child, 'exit')
    if (status !== 0) throw new Error(`${command} ended with ${status}`)
  })
}

async function studio(path) {
  const browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage']})
  try {
    const page = await browser.newPage()
    const [organization, slug] = intake.split('/')
    await page.goto(`${url}/studio/o/${organization}/intakes/${slug}/send-files#key=${key}`)
    await page.getByLabel('Folder in the store').fill(path)
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', {name: 'Choose files'}).click()
    const renderer = await rendererOf(browser)
    return await watched(async () => renderer, async () => {
      await (await choosing).setFiles(file)
      await page.getByText('1 file arrived.').waitFor({timeout: PATIENCE})
    })
  } finally {
    await browser.close()
  }
}

/** The process of the page: of the browser's renderers the one with the most memory. */
async function rendererOf(browser) {
  const session = await browser.newBrowserCDPSession()
  const {processInfo} = await session.send('SystemInfo.getProcessInfo')
  const renderers = await Promise.all(
    processInfo.filter(({type}) => type === 'renderer').map(async ({id}) => ({id, memory: await peak(id)})),
  )
  return renderers.sort((a, b) => b.memory - a.memory)[0].id
}

const ratios = {}
const memory = {}
for (let round = 1; round <= Number(rounds); round++) {
  let yardstick
  for (const [name, send] of Object.entries(ways)) {
    const {seconds, mebibytes} = await send(`${name.replace(' ', '-')}-${round}`)
    yardstick ??= seconds
    ;(ratios[name] ??= []).push(seconds / yardstick)
    memory[name] = Math.max(memory[name] ?? 0, mebibytes)
    console.log(`round ${round}: ${name} ${(seconds / yardstick).toFixed(2)} of the command line's time`)
  }
}
for (const [name, all] of Object.entries(ratios)) {
  const median = all.sort((a, b) => a - b)[Math.floor(all.length / 2)]
  console.log(`${name}: median ${median.toFixed(2)}, at most ${memory[name].toFixed(0)} MiB`)
}
