import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {launch, look, signedIn} from './browser.ts'
import {begin, end, makeIntake, type MadeIntake, sendParts} from './intake.ts'
import {Service} from './service.ts'
import {serveStudio} from './site.ts'

const MIB = 1024 * 1024

let service: Service
let site: Awaited<ReturnType<typeof serveStudio>>
let browser: Browser
let intake: MadeIntake

beforeAll(async () => {
  service = await Service.start()
  site = await serveStudio(service)
  browser = await launch()
  intake = await makeIntake(service, 'acme', 'large-files')
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await service?.stop()
})

const UPLOADS = '/o/acme/intakes/large-files/uploads'

test('uploads are listed, filtered, and shown one by one with their parts', async () => {
  const {page, context, complaints} = await signedIn(browser, site.url, UPLOADS)
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

  await page.getByRole('link', {name: 'All uploads'}).click()
  await page.getByRole('link', {name: 'reels/done.mov'}).click()
  await page.getByText('1 part, all arrived').waitFor()
  expect(await page.getByRole('link', {name: 'Open the document'}).getAttribute('href')).toBe(`/studio/o/acme/documents/${family.id}`)
  await look(page, 'upload-completed')
  expect(complaints).toEqual([])
  await context.close()
})
