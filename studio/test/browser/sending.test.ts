import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {launch, look, signedIn} from './browser.ts'
import {Files, sha256, sha256Of} from './files.ts'
import {makeIntake} from './intake.ts'
import {ADMINISTRATOR, Service} from './service.ts'

const MIB = 1024 * 1024
const SEND = '/o/acme/intakes/large-files/send-files'
/** Long enough for what is sent on a busy machine. */
const ARRIVES = {timeout: 120_000}

let service: Service
let browser: Browser
let files: Files
let intakeId: string

beforeAll(async () => {
  service = await Service.start()
  browser = await launch()
  files = await Files.make()
  intakeId = (await makeIntake(service, 'acme', 'large-files')).id
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
  await files?.remove()
})

test('a file that was interrupted by a reload goes on once it is chosen again, and arrives proven', {timeout: 240_000}, async () => {
  const film = await files.large('film.mov', 300)
  const {page, context, complaints, asked} = await sender()
  const seen = watchTheToken(page)
  await look(page, 'sending-nothing')
  const network = await throttle(page, 12 * MIB)
  await page.getByLabel('Folder in the store').fill('/reels//2026/')
  await page.getByLabel('Labels').fill('raw, Night shoot')
  await choose(page, 'Choose files', film)
  await halfway(page, 'reels/2026/film.mov', 10)
  await look(page, 'sending')

  await page.reload()
  expect(asked).toEqual(['beforeunload'])
  const again = page.getByRole('button', {name: 'Choose the file again: reels/2026/film.mov'})
  await again.waitFor()
  await look(page, 'sending-interrupted')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('pak_')
  await network.free()
  const before = seen.storage.length
  await choose(page, again, film)
  const id = await arrived(page, 'reels/2026/film.mov')
  // what had arrived before was not sent again
  expect(seen.storage.length - before).toBeLessThan(38)
  await page.getByText('1 file arrived.').waitFor()
  await look(page, 'sending-arrived')

  const family = await service.manage<Family>('GET', `/api/document-families/${id}`)
  expect(family.contentObjects[0]?.verified).toBe('checksum')
  expect(family.labels.map(({name}) => name).sort()).toEqual(['NIGHT SHOOT', 'RAW'])
  expect(await sha256OfDocument(id)).toBe(await sha256Of(film))
  expect(await remembered(page)).toEqual([])

  const sent = await seen.ended()
  expect(sent.toService).toBeGreaterThan(38)
  expect(sent.toStorage).toBeGreaterThanOrEqual(38)
  expect(sent.withToken).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test('the service is killed and comes back, and the file arrives by itself', {timeout: 240_000}, async () => {
  const film = await files.large('killed.mov', 160)
  const {page, context} = await sender()
  const network = await throttle(page, 12 * MIB)
  await choose(page, 'Choose files', film)
  await halfway(page, 'killed.mov', 20)
  await service.kill()
  await page.waitForTimeout(2_000)
  await service.restart()
  await network.free()
  const id = await arrived(page, 'killed.mov')
  expect(await sha256OfDocument(id)).toBe(await sha256Of(film))
  await context.close()
})

test('without a connection for longer than the client is patient, a file waits and goes on by itself', {timeout: 240_000}, async () => {
  const film = await files.large('offline.mov', 100)
  const {page, context} = await sender()
  const network = await throttle(page, 12 * MIB)
  await choose(page, 'Choose files', film)
  await halfway(page, 'offline.mov', 20)
  await network.cut()
  await rowOf(page, 'offline.mov').getByText('No answer. It goes on by itself').waitFor(ARRIVES)
  await network.free()
  const id = await arrived(page, 'offline.mov')
  expect(await sha256OfDocument(id)).toBe(await sha256Of(film))
  await context.close()
})

test('a file is paused, goes on, and is seen from every page', {timeout: 240_000}, async () => {
  const film = await files.large('paused.mov', 120)
  const {page, context, complaints} = await sender()
  const network = await throttle(page, 12 * MIB)
  await choose(page, 'Choose files', film)
  await halfway(page, 'paused.mov', 15)

  // other pages of Studio do not stop it, and it is not taken for interrupted by another tab
  await page.getByRole('link', {name: 'Uploads', exact: true}).click()
  await page.getByRole('table', {name: 'Uploads'}).getByText('paused.mov').waitFor()
  const indicator = page.getByRole('link', {name: /^Sending 1 file: \d+%$/})
  await indicator.waitFor()
  const other = await context.newPage()
  await other.goto(`${service.url}/studio${SEND}#key=${ADMINISTRATOR}`)
  await other.getByText('Nothing is being sent.').waitFor()
  await other.close()
  await indicator.click()

  await page.getByRole('button', {name: 'Pause: paused.mov'}).click()
  await rowOf(page, 'paused.mov').getByText('Paused', {exact: true}).waitFor()
  const bar = rowOf(page, 'paused.mov').getByRole('progressbar')
  const value = await bar.getAttribute('aria-valuenow')
  await indicator.waitFor({state: 'detached'})
  await network.free()
  await page.waitForTimeout(2_000)
  expect(await bar.getAttribute('aria-valuenow')).toBe(value)
  await look(page, 'sending-paused')

  await page.getByRole('button', {name: 'Go on: paused.mov'}).click()
  const id = await arrived(page, 'paused.mov')
  expect(await sha256OfDocument(id)).toBe(await sha256Of(film))
  expect(complaints).toEqual([])
  await context.close()
})

test('a file is given up after a question, and its upload with it', {timeout: 120_000}, async () => {
  const film = await files.large('unwanted.mov', 120)
  const {page, context, complaints} = await sender()
  const network = await throttle(page, 12 * MIB)
  await choose(page, 'Choose files', film)
  await halfway(page, 'unwanted.mov', 10)
  const cancel = page.getByRole('button', {name: 'Cancel: unwanted.mov'})
  await cancel.click()
  await page.getByRole('button', {name: 'Keep it'}).click()
  await page.getByRole('dialog').waitFor({state: 'detached'})
  await cancel.click()
  await look(page, 'sending-cancel')
  await network.free()
  await page.getByRole('button', {name: 'Abort the upload'}).click()
  await page.getByText('unwanted.mov was given up.').waitFor()
  await page.getByText('Nothing is being sent.').waitFor()
  const {content} = await uploads('aborted')
  expect(content.map(({path}) => path)).toEqual(['unwanted.mov'])
  expect(await remembered(page)).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

test('a folder is dropped, with an empty file in it, and several files are sent at once', {timeout: 120_000}, async () => {
  await files.small('shoot/one.txt', 'one')
  await files.small('shoot/deep/two.txt', 'two')
  await files.small('shoot/deep/empty.txt', '')
  const lone = await files.small('lone.txt', 'lone')
  const {page, context, complaints} = await sender()
  await drop(page, `${files.folder}/shoot`, lone)
  for (const path of ['shoot/one.txt', 'shoot/deep/two.txt', 'shoot/deep/empty.txt', 'lone.txt']) {
    const family = await service.manage('GET', `/api/document-families/${await arrived(page, path)}`)
    expect(family.path).toBe(path)
  }
  await page.getByText('4 of 4 files arrived · 10 bytes of 10 bytes').waitFor()

  // the same again: the path is taken, in words, and trying again is refused again
  await page.getByRole('button', {name: 'Clear those that arrived'}).click()
  await drop(page, lone)
  await rowOf(page, 'lone.txt').getByText('Path taken').waitFor()
  await look(page, 'sending-refused')
  await page.getByRole('button', {name: 'Try again: lone.txt'}).click()
  await rowOf(page, 'lone.txt').getByText('Path taken').waitFor()
  await page.getByRole('button', {name: 'Cancel: lone.txt'}).click()
  await page.getByText('Nothing is being sent.').waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('another file is refused in place of the one that was begun', {timeout: 240_000}, async () => {
  const right = await files.large('right.mov', 64)
  const {page, context, complaints} = await sender()
  const network = await throttle(page, 8 * MIB)
  await choose(page, 'Choose files', right)
  await halfway(page, 'right.mov', 20)
  await page.reload()
  await network.free()
  const again = page.getByRole('button', {name: 'Choose the file again: right.mov'})
  await choose(page, again, await files.large('wrong.mov', 64))
  await rowOf(page, 'right.mov').getByText('This is not the file that was begun').waitFor()
  await look(page, 'sending-wrong')
  await choose(page, again, await files.large('short.mov', 8))
  await page.getByText('requested for 67108864 bytes, and the file has 8388608').waitFor()

  // recognised by name, size and time wherever it comes from
  await drop(page, right)
  const id = await arrived(page, 'right.mov')
  expect(await sha256OfDocument(id)).toBe(await sha256Of(right))
  expect(complaints).toEqual([])
  await context.close()
})

interface Family {
  contentObjects: {verified: string}[]
  labels: {name: string}[]
}

/** The page, and what the browser asked before leaving it, which is answered with yes. */
async function sender(path = SEND, key = ADMINISTRATOR) {
  const tab = await signedIn(browser, service.url, path, key)
  const asked: string[] = []
  tab.page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await tab.page.getByRole('heading', {name: 'Files', exact: true}).waitFor()
  return {...tab, asked}
}

async function choose(page: Page, button: string | ReturnType<Page['getByRole']>, ...chosen: string[]) {
  const opening = page.waitForEvent('filechooser')
  await (typeof button === 'string' ? page.getByRole('button', {name: button, exact: true}) : button).click()
  await (await opening).setFiles(chosen)
}

function rowOf(page: Page, path: string) {
  return page.getByRole('listitem').filter({has: page.getByText(path, {exact: true})})
}

/** Waits until some of the file is confirmed, and makes sure that not all of it is. */
async function halfway(page: Page, path: string, percent: number) {
  const bar = rowOf(page, path).getByRole('progressbar')
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow')), ARRIVES).toBeGreaterThanOrEqual(percent)
  expect(Number(await bar.getAttribute('aria-valuenow'))).toBeLessThan(90)
}

/** Waits for the document and answers its id. */
async function arrived(page: Page, path: string): Promise<string> {
  const link = page.getByRole('link', {name: `Document: ${path}`})
  await link.waitFor(ARRIVES)
  return (await link.getAttribute('href'))?.split('/').at(-1) ?? ''
}

/** So many bytes a second upwards, until it is let go. */
async function throttle(page: Page, bytesPerSecond: number) {
  const session = await page.context().newCDPSession(page)
  const emulate = (uploadThroughput: number, offline = false) =>
    session.send('Network.emulateNetworkConditions', {offline, latency: 0, downloadThroughput: -1, uploadThroughput})
  await session.send('Network.enable')
  await emulate(bytesPerSecond)
  return {free: () => emulate(-1), cut: () => emulate(-1, true)}
}

/** Looks at every request: the key belongs into those to the service, and into no other. */
function watchTheToken(page: Page) {
  const storage: string[] = []
  const toService: string[] = []
  const looks: Promise<void>[] = []
  const withToken: string[] = []
  page.on('request', (request) => {
    const look = async () => {
      const headers = JSON.stringify(await request.allHeaders())
      const carries = headers.includes(ADMINISTRATOR) || request.url().includes(ADMINISTRATOR)
      if (request.url().startsWith(service.url)) {
        if (carries) toService.push(request.url())
      } else if (carries) withToken.push(request.url())
    }
    if (request.url().startsWith(service.storageUrl)) storage.push(request.url())
    // a request that the reload cut off tells no more
    looks.push(look().catch(() => undefined))
  })
  return {
    storage,
    async ended() {
      await Promise.all(looks)
      return {toService: toService.length, toStorage: storage.length, withToken}
    },
  }
}

/** Lets go of files and folders of the machine over the page. */
async function drop(page: Page, ...paths: string[]) {
  const session = await page.context().newCDPSession(page)
  const data = {items: [], files: paths, dragOperationsMask: 1}
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', {type, x: 700, y: 300, data})
  await session.detach()
}

function remembered(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('unfinished')))
}

function uploads(state: string) {
  return service.manage<{content: {path: string}[]}>('GET', `/api/intakes/${intakeId}/uploads?state=${state}`)
}

async function sha256OfDocument(id: string): Promise<string> {
  const {url} = await service.manage<{url: string}>('GET', `/api/document-families/${id}/content/NATIVE`)
  const answer = await fetch(url)
  if (!answer.body) throw new Error('no content')
  return sha256(answer.body as unknown as AsyncIterable<Uint8Array>)
}
