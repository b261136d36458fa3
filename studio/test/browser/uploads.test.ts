import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {launch, look, signedIn} from './browser.ts'
import {Files} from './files.ts'
import {begin, end, makeIntake, type MadeIntake, sendParts} from './intake.ts'
import {Service} from './service.ts'

const MIB = 1024 * 1024

let service: Service
let browser: Browser
let intake: MadeIntake

beforeAll(async () => {
  service = await Service.start()
  browser = await launch()
  intake = await makeIntake(service, 'acme', 'large-files')
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

const UPLOADS = '/o/acme/intakes/large-files/uploads'

test('uploads are listed, filtered, and shown one by one with their parts', async () => {
  const {page, context, complaints} = await signedIn(browser, service.url, UPLOADS)
  await page.getByText('No uploads yet').waitFor()
  await look(page, 'uploads-empty')

  const open = await begin(service, intake, 'reels/one two.mov', 300 * MIB)
  await sendParts(service, intake, open, [1, 2, 3, 5])
  const done = await begin(service, intake, 'reels/done.mov', 6 * MIB)
  await sendParts(service, intake, done, [1], 6 * MIB)
  const family = await end(service, intake, done, 'complete')
  await end(service, intake, await begin(service, intake, 'reels/given-up.mov', 20 * MIB), 'abort')

  // without a reload: the list is read again while it is seen
  const table = page.getByRole('table', {name: 'Uploads'})
  await table.getByRole('row').nth(3).waitFor()
  await table.getByText('11% · 32 MiB').waitFor()
  await look(page, 'uploads-list')
  expect(await table.getByRole('row').nth(1).textContent()).toContain('reels/given-up.mov')
  await page.getByLabel('State', {exact: true}).selectOption({label: 'Completed'})
  await table.getByText('reels/done.mov').waitFor()
  await table.getByText('reels/given-up.mov').waitFor({state: 'detached'})
  expect(await table.getByRole('row').count()).toBe(2)
  await page.getByLabel('State', {exact: true}).selectOption({label: 'Failed'})
  await page.getByText('No upload is in this state').waitFor()
  await page.getByRole('button', {name: 'Show all'}).click()

  await page.getByRole('link', {name: 'reels/one two.mov'}).click()
  await page.getByText('4 of 38 parts arrived; missing 4, 6–38').waitFor()
  await page.getByText(`penstock resume ${open.uploadId} --file 'one two.mov' --intake acme/large-files`).waitFor()
  await look(page, 'upload-open')
  await sendParts(service, intake, open, [4])
  await page.getByText('5 of 38 parts arrived; missing 6–38').waitFor()
  const history = page.getByRole('list').filter({has: page.getByRole('time')})
  await expect.poll(() => history.getByRole('listitem').allTextContents()).toEqual([expect.stringMatching(/^Receiving/)])

  await page.getByRole('link', {name: 'All uploads'}).click()
  await page.getByRole('link', {name: 'reels/done.mov'}).click()
  await page.getByText('1 part, all arrived').waitFor()
  expect(await page.getByRole('link', {name: 'Open the document'}).getAttribute('href')).toBe(`/studio/o/acme/documents/${family.id}`)
  await expect.poll(() => history.getByRole('listitem').allTextContents()).toEqual(
    ['Receiving', 'Completing', 'Stored', 'Completed'].map((state) => expect.stringMatching(`^${state}`)),
  )
  await look(page, 'upload-completed')

  await page.getByRole('link', {name: 'Open the document'}).click()
  await page.getByRole('heading', {level: 1, name: 'reels/done.mov'}).waitFor()
  await page.getByText(family.id ?? '').waitFor()
  await look(page, 'document')
  for (const [button, name] of [['Download the file', 'done.mov'], ['Download the container (KDDB)', '.kddb']] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', {name: button}).click()
    expect((await download).suggestedFilename()).toContain(name)
  }
  expect(complaints).toEqual([])
  await context.close()
})

test('of ten thousand parts, the missing ones are seen', async () => {
  const many = await begin(service, intake, 'many.mov', 10_000 * 5 * MIB, 5 * MIB)
  await sendParts(service, intake, many, [1, 2, 5_000])
  const {page, context, complaints} = await signedIn(browser, service.url, `${UPLOADS}/${many.uploadId}`)
  await page.getByText('3 of 10,000 parts arrived; missing 3–4,999, 5,001–10,000').waitFor()
  await look(page, 'upload-many-parts')
  expect(complaints).toEqual([])
  await context.close()
})

test('an upload is given up from its page', async () => {
  const open = await begin(service, intake, 'unwanted.mov', 20 * MIB)
  const {page, context, complaints} = await signedIn(browser, service.url, `${UPLOADS}/${open.uploadId}`)
  await page.getByRole('button', {name: 'Abort', exact: true}).click()
  await look(page, 'upload-abort')
  await page.getByRole('button', {name: 'Abort the upload'}).click()
  await page.getByText('unwanted.mov was given up.').waitFor()
  await page.getByText('Nothing is kept of this upload.').waitFor()
  await page.getByRole('dialog').waitFor({state: 'detached'})
  await look(page, 'upload-aborted')

  expect(complaints).toEqual([])
  await context.close()
})

test('the problem of a refused upload is told in words', async () => {
  const {id} = await service.manage('POST', '/api/intakes', {
    slug: 'picky', name: 'Picky', store: {ref: 'acme/inbox'}, active: true, largeUploadEnabled: true,
    allowedContentTypes: ['video/quicktime'],
  })
  const picky: MadeIntake = {...intake, id: id ?? '', route: 'acme/picky'}
  const refused = await begin(service, picky, 'no-film.mov', 6 * MIB)
  await sendParts(service, picky, refused, [1], 6 * MIB, '%PDF-1.7')
  await expect(end(service, picky, refused, 'complete')).rejects.toThrow('content-type-not-allowed')
  const {page, context, complaints} = await signedIn(browser, service.url, '/o/acme/intakes/picky/uploads')
  await page.getByRole('row', {name: /no-film.mov/}).getByText('Content type not allowed').waitFor()
  await page.getByRole('link', {name: 'no-film.mov'}).click()
  await page.getByText('What to do:').waitFor()
  await look(page, 'upload-rejected')
  expect(complaints).toEqual([])
  await context.close()
})

test('an upload that was begun elsewhere goes on in this browser', async () => {
  const files = await Files.make()
  const film = await files.large('elsewhere.mov', 20)
  const begun = await begin(service, intake, 'elsewhere/film.mov', 20 * MIB)
  const {page, context, complaints} = await signedIn(browser, service.url, `${UPLOADS}/${begun.uploadId}`)
  await page.getByRole('button', {name: 'Go on in this browser'}).click()
  const opening = page.waitForEvent('filechooser')
  await page.getByRole('button', {name: 'Choose the file again: elsewhere/film.mov'}).click()
  await (await opening).setFiles(film)
  await page.getByRole('link', {name: 'Document: elsewhere/film.mov'}).waitFor({timeout: 60_000})
  await files.remove()
  expect(complaints).toEqual([])
  await context.close()
})

test('a key that only reads is not shown what it may not do', async () => {
  const open = await begin(service, intake, 'read-only.mov', 20 * MIB)
  const grants = [{organizationId: intake.organizationId, permissions: ['intake:read']}]
  const {key} = await service.manage('POST', '/api/api-keys', {name: 'reader', grants})
  const {page, context, complaints} = await signedIn(browser, service.url, UPLOADS, key)
  await page.getByRole('link', {name: 'read-only.mov'}).click()
  await page.getByText(`penstock resume ${open.uploadId}`).waitFor()
  await page.getByText('None of 3 parts has arrived yet').waitFor()
  for (const name of ['Abort', 'Go on in this browser']) expect(await page.getByRole('button', {name}).count()).toBe(0)
  expect(await page.getByRole('link', {name: 'Upload here'}).count()).toBe(0)
  await look(page, 'upload-reader')
  await page.goto(`${service.url}/studio/o/acme/intakes/large-files/send-files`)
  await page.getByRole('heading', {name: 'Nothing is here'}).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('pages follow with “Show more”, and nothing is read while the page is hidden', async () => {
  for (let i = 0; i < 55; i++) await begin(service, intake, `many/${i}.mov`, 6 * MIB)
  const {page, context, complaints} = await signedIn(browser, service.url, `${UPLOADS}?state=receiving`)
  const rows = page.getByRole('table', {name: 'Uploads'}).getByRole('row')
  await page.getByText('many/54.mov').waitFor()
  expect(await rows.count()).toBe(51)
  await page.getByRole('button', {name: 'Show more'}).click()
  await page.getByText('many/0.mov').waitFor()

  let reads = 0
  page.on('request', (request) => (reads += request.url().includes('/uploads?') ? 1 : 0))
  await expect.poll(() => reads, {timeout: 15_000}).toBeGreaterThan(1)
  await becomeVisible(page, 'hidden')
  await page.waitForTimeout(1_000)
  reads = 0
  await page.waitForTimeout(8_000)
  expect(reads).toBe(0)
  await becomeVisible(page, 'visible')
  await expect.poll(() => reads, {timeout: 15_000}).toBeGreaterThan(0)
  expect(complaints).toEqual([])
  await context.close()
})

/** What the browser tells a page when its tab goes behind another, or comes back. */
function becomeVisible(page: Page, state: DocumentVisibilityState) {
  return page.evaluate((visibilityState) => {
    Object.defineProperty(document, 'visibilityState', {configurable: true, value: visibilityState})
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new Event('visibilitychange'))
  }, state)
}
