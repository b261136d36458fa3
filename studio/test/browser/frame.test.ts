import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {launch, look, open, signedIn} from './browser.ts'
import {ADMINISTRATOR, Service} from './service.ts'

let service: Service
let browser: Browser

beforeAll(async () => {
  service = await Service.start()
  browser = await launch()
  await service.manage('POST', '/api/organizations', {slug: 'acme', name: 'Acme'})
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

test('a key is typed in, and a wrong one is refused in words', async () => {
  const {page, context, complaints} = await open(browser, `${service.url}/studio`)
  await look(page, 'sign-in')
  await page.getByLabel('API key').first().fill('kit_not-a-key')
  await page.getByRole('button', {name: 'Sign in'}).click()
  await page.getByText('That is an intake token').waitFor()
  await page.getByLabel('API key').first().fill('pak_nobody-has-this-key-0123456789012345678901234')
  await page.getByRole('button', {name: 'Sign in'}).click()
  await page.getByText('does not know this key').waitFor()
  await page.getByLabel('API key').first().fill(ADMINISTRATOR)
  await page.getByRole('button', {name: 'Sign in'}).click()
  await page.getByRole('heading', {name: 'Overview'}).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('a link signs in, its key leaves the address, and signing out forgets it', async () => {
  const {page, context, complaints} = await signedIn(browser, service.url)
  await page.getByRole('heading', {name: 'Overview'}).waitFor()
  expect(page.url()).toBe(`${service.url}/studio/`)
  await look(page, 'overview')
  await page.reload()
  await page.getByRole('heading', {name: 'Overview'}).waitFor()
  await page.getByRole('button', {name: 'Key and appearance'}).click()
  await page.getByRole('menuitem', {name: 'Sign out'}).click()
  await page.getByText('You are signed out.').waitFor()
  expect(await page.evaluate(() => Object.values(sessionStorage).join())).not.toContain('pak_')
  expect(await context.cookies()).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})
