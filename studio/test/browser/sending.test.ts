import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {launch, look, signedIn} from './browser.ts'
import {Files, sha256, sha256Of} from './files.ts'
import {makeIntake} from './intake.ts'
import {ADMINISTRATOR, Service} from './service.ts'
import {serveStudio} from './site.ts'

const MIB = 1024 * 1024
const SEND = '/o/acme/intakes/large-files/send-files'
/** Long enough for what is sent on a busy machine. */
const ARRIVES = {timeout: 120_000}

let service: Service
let site: Awaited<ReturnType<typeof serveStudio>>
let browser: Browser
let files: Files

beforeAll(async () => {
  service = await Service.start()
  site = await serveStudio(service)
  browser = await launch()
  files = await Files.make()
  await makeIntake(service, 'acme', 'large-files')
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
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
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('unfinished')))).toEqual([])

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

interface Family {
  contentObjects: {verified: string}[]
  labels: {name: string}[]
}

/** The page, and what the browser asked before leaving it, which is answered with yes. */
async function sender(path = SEND, key = ADMINISTRATOR) {
  const tab = await signedIn(browser, site.url, path, key)
  const asked: string[] = []
  tab.page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await tab.page.getByRole('heading', {name: 'Files'}).waitFor()
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
  const emulate = (uploadThroughput: number) =>
    session.send('Network.emulateNetworkConditions', {offline: false, latency: 0, downloadThroughput: -1, uploadThroughput})
  await session.send('Network.enable')
  await emulate(bytesPerSecond)
  return {free: () => emulate(-1)}
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
      if (request.url().startsWith(site.url)) {
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

async function sha256OfDocument(id: string): Promise<string> {
  const {url} = await service.manage<{url: string}>('GET', `/api/document-families/${id}/content/NATIVE`)
  const answer = await fetch(url)
  if (!answer.body) throw new Error('no content')
  return sha256(answer.body as unknown as AsyncIterable<Uint8Array>)
}
