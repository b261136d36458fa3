import type {Browser, Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {launch, look, signedIn} from './browser.ts'
import {Service} from './service.ts'

let service: Service
let browser: Browser
let acme: string

beforeAll(async () => {
  service = await Service.start()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

test('organizations are made, renamed and deleted, and one with stores stays', async () => {
  const {page, context, complaints} = await signedIn(browser, service.url)
  await page.getByText('No organizations yet').waitFor()
  await look(page, 'overview-empty')

  await page.getByRole('button', {name: 'New organization'}).click()
  await page.getByLabel('Name').fill('Ácme & Söhne')
  expect(await page.getByLabel('Slug').inputValue()).toBe('acme-sohne')
  await page.getByLabel('Slug').fill('ac')
  await page.getByLabel('Name').fill('Harbor')
  expect(await page.getByLabel('Slug').inputValue()).toBe('ac')
  await submit(page, 'Create')
  await expectWrong(page.getByLabel('Slug'), '3 to 100')
  await look(page, 'organization-dialog')
  await page.getByLabel('Slug').fill('harbor')
  await submit(page, 'Create')
  await told(page, '“Harbor” is made.')
  await expectFocused(page.getByRole('button', {name: 'New organization'}))
  await page.getByRole('link', {name: 'Harbor'}).waitFor()
  const {content: [made]} = await service.manage<{content: {id: string}[]}>('GET', '/api/organizations')
  await service.manage('POST', '/api/document-stores', {organizationId: made?.id, slug: 'invoices', name: 'Invoices'})

  await navigate(page, 'Organizations')
  await page.getByRole('button', {name: 'New organization'}).click()
  await page.getByLabel('Name').fill('Harbor')
  await submit(page, 'Create')
  await expectWrong(page.getByLabel('Slug'), 'has this slug')
  await page.getByLabel('Name').fill('Passing')
  expect(await page.getByLabel('Slug').inputValue()).toBe('passing')
  await submit(page, 'Create')
  await page.getByRole('link', {name: 'Passing'}).waitFor()
  await look(page, 'organizations')

  await page.getByRole('button', {name: 'Change: Passing'}).click()
  expect(await page.getByLabel('Slug').isEditable()).toBe(false)
  await page.getByLabel('Name').fill('Past')
  await submit(page, 'Save')
  await expectFocused(page.getByRole('button', {name: 'Change: Past'}))

  await remove(page, 'Delete: Harbor', 'Delete')
  await page.getByRole('alert').getByText('It still has document stores').waitFor()
  await look(page, 'organization-in-use')
  await page.keyboard.press('Escape')
  await expectFocused(page.getByRole('button', {name: 'Delete: Harbor'}))
  await remove(page, 'Delete: Past', 'Delete')
  await told(page, 'The organization “Past” is deleted.')
  expect(await page.getByRole('link', {name: 'Past'}).count()).toBe(0)
  await expectFocused(page.getByRole('heading', {level: 1}))
  expect(complaints).toEqual([])
  await context.close()
})

describe('in an organization', () => {
  beforeAll(async () => {
    acme = (await service.manage('POST', '/api/organizations', {slug: 'acme', name: 'Acme'})).id ?? ''
    const {id} = await service.manage('POST', '/api/document-stores', {organizationId: acme, slug: 'invoices', name: 'Invoices'})
    await service.manage('POST', '/api/intakes', {store: {id}, slug: 'scans', name: 'Scans'})
  })

  test('stores are made, renamed and deleted, and one with intakes stays', async () => {
    const {page, context, complaints} = await signedIn(browser, service.url, '/o/acme/stores')
    await page.getByRole('cell', {name: 'acme/invoices'}).waitFor()
    await page.getByRole('button', {name: 'New document store'}).click()
    await page.getByLabel('Name').fill('Invoices')
    await submit(page, 'Create')
    await expectWrong(page.getByLabel('Slug'), 'has this slug')
    await look(page, 'store-dialog')
    await page.getByLabel('Slug').fill('archive')
    await submit(page, 'Create')
    await page.getByRole('cell', {name: 'acme/archive'}).waitFor()
    await page.getByRole('row', {name: 'acme/archive'}).getByRole('button', {name: 'Change'}).click()
    await page.getByLabel('Name').fill('Archive')
    await submit(page, 'Save')
    await page.getByRole('button', {name: 'Delete: Archive'}).waitFor()
    await look(page, 'stores')

    await remove(page, 'Delete: Invoices', 'Delete')
    await page.getByRole('alert').getByText('It still has intakes or documents').waitFor()
    await page.getByRole('button', {name: 'Cancel'}).click()
    await remove(page, 'Delete: Archive', 'Delete')
    await told(page, 'The document store “Archive” is deleted.')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('labels have a color or none, and what the service refuses is said at the field', async () => {
    const {page, context, complaints} = await signedIn(browser, service.url, '/o/acme/labels')
    await page.getByText('No labels yet').waitFor()
    await page.getByRole('button', {name: 'New label'}).click()
    await page.getByLabel('Name').fill('urgent, very')
    await page.getByLabel('Color', {exact: true}).fill('#12')
    await submit(page, 'Create')
    await expectWrong(page.getByLabel('Color', {exact: true}), 'six hexadecimal digits')
    await page.getByRole('button', {name: 'Orange'}).click()
    expect(await page.getByLabel('Color', {exact: true}).inputValue()).toBe('#c2410c')
    await submit(page, 'Create')
    await expectWrong(page.getByLabel('Name'), 'without commas')
    await page.getByLabel('Name').fill('urgent')
    await look(page, 'label-dialog')
    await submit(page, 'Create')
    await page.getByRole('cell', {name: 'URGENT', exact: true}).waitFor()

    await page.getByRole('button', {name: 'New label'}).click()
    await page.getByLabel('Name').fill('Urgent')
    await submit(page, 'Create')
    await expectWrong(page.getByLabel('Name'), 'a label of this name already')
    await page.getByLabel('Name').fill('checked')
    await submit(page, 'Create')
    await page.getByRole('cell', {name: 'CHECKED', exact: true}).waitFor()
    await look(page, 'labels')

    await page.getByRole('button', {name: 'Change: URGENT'}).click()
    await page.getByRole('button', {name: 'No color'}).click()
    await submit(page, 'Save')
    await told(page, '“URGENT” is saved.')
    const {content} = await service.manage<{content: {name: string; color: string | null}[]}>('GET', '/api/labels')
    expect(content.map(({name, color}) => `${name} ${color}`).sort()).toEqual(['CHECKED null', 'URGENT null'])
    await remove(page, 'Delete: CHECKED', 'Delete')
    await told(page, 'The label “CHECKED” is deleted.')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a change that somebody else made meanwhile is shown, and either one can stay', async () => {
    const {page, context, complaints} = await signedIn(browser, service.url, '/o/acme/statuses')
    await page.getByRole('button', {name: 'New status'}).click()
    await page.getByLabel('Name').fill('New')
    await page.getByRole('button', {name: 'Green'}).click()
    await submit(page, 'Create')
    await page.getByRole('cell', {name: 'New'}).first().waitFor()
    const {content: [status]} = await service.manage<{content: {id: string}[]}>('GET', '/api/document-statuses')
    const elsewhere = (body: object) => service.manage('PUT', `/api/document-statuses/${status?.id}`, body)

    await page.getByRole('button', {name: 'Change: New'}).click()
    await page.getByLabel('Name').fill('Fresh')
    await elsewhere({name: 'Arrived', color: '#1864ab'})
    await submit(page, 'Save')
    const conflict = page.getByRole('dialog').getByRole('alert')
    await conflict.getByText('Somebody else changed it meanwhile').waitFor()
    expect(await conflict.innerText()).toMatch(/Theirs: Arrived\s+Yours: Fresh/)
    expect(await conflict.innerText()).toMatch(/Theirs:\s+#1864ab/)
    await look(page, 'conflict')
    await page.getByRole('button', {name: 'Keep mine and save again'}).click()
    await page.getByRole('dialog').waitFor({state: 'detached'})
    const kept = await service.manage('GET', `/api/document-statuses/${status?.id}`)
    expect(kept).toMatchObject({name: 'Fresh', color: '#1864ab'})

    await page.getByRole('button', {name: 'Change: Fresh'}).click()
    await page.getByLabel('Name').fill('Mine')
    await elsewhere({name: 'Theirs'})
    await submit(page, 'Save')
    await page.getByRole('button', {name: 'Take theirs'}).click()
    expect(await page.getByLabel('Name').inputValue()).toBe('Theirs')
    await page.getByLabel('Name').fill('Settled')
    await submit(page, 'Save')
    await page.getByRole('dialog').waitFor({state: 'detached'})
    expect(await service.manage('GET', `/api/document-statuses/${status?.id}`)).toMatchObject({name: 'Settled'})

    await look(page, 'statuses')
    await remove(page, 'Delete: Settled', 'Delete')
    await told(page, 'The status “Settled” is deleted.')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('knowledge features are made, renamed and deleted', async () => {
    const {page, context, complaints} = await signedIn(browser, service.url, '/o/acme/features')
    await page.getByRole('button', {name: 'New knowledge feature'}).click()
    await submit(page, 'Create')
    await expectWrong(page.getByLabel('Name'), 'It needs a name.')
    await page.getByLabel('Name').fill('Totals')
    await look(page, 'feature-dialog')
    await submit(page, 'Create')
    await page.getByRole('button', {name: 'Change: Totals'}).click()
    await page.getByLabel('Name').fill('Sums')
    await submit(page, 'Save')
    await page.getByRole('button', {name: 'Change: Sums'}).waitFor()
    await look(page, 'features')
    await page.getByRole('button', {name: 'New knowledge feature'}).click()
    await page.getByLabel('Name').fill('Totals')
    await submit(page, 'Create')
    await expectWrong(page.getByLabel('Slug'), 'has this slug')
    await page.getByRole('button', {name: 'Cancel'}).click()
    await remove(page, 'Delete: Sums', 'Delete')
    await told(page, 'The knowledge feature “Sums” is deleted.')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a key is made with grants, shown once, works, is changed and revoked', async () => {
    const {page, context, complaints} = await signedIn(browser, service.url, '/keys')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: service.url})
    await page.getByText('signed in', {exact: true}).waitFor()
    await page.getByRole('button', {name: 'New API key'}).click()
    await page.getByLabel('Name').fill('Accounting')
    await submit(page, 'Create')
    await page.getByText('Every grant needs an organization').waitFor()
    await choose(page, 'Acme')
    await page.getByRole('checkbox', {name: 'read documents'}).check()
    await page.getByRole('checkbox', {name: 'see intakes'}).check()
    await page.getByLabel('Last day').fill('2020-02-29')
    await look(page, 'key-dialog')
    await submit(page, 'Create')
    await expectWrong(page.getByLabel('Last day'), 'must be in the future')
    await page.getByLabel('Last day').fill('2999-12-30')
    await submit(page, 'Create')
    const secret = page.getByRole('textbox', {name: 'API key'})
    await expectFocused(secret)
    await look(page, 'key-secret')
    const key = await secret.inputValue()
    await page.getByRole('button', {name: 'Copy'}).click()
    await page.getByText('Copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key)
    await page.keyboard.press('Escape')
    expect(await secret.isVisible()).toBe(true)
    await page.getByRole('button', {name: 'I have kept it'}).click()
    await expectFocused(page.getByRole('button', {name: 'New API key'}))
    const row = page.getByRole('row', {name: 'Accounting'})
    expect(await row.innerText()).toContain('Acme: see intakes, read documents')
    expect(await row.innerText()).toContain('2999')
    expect(await service.manage('GET', '/api/me', undefined, key)).toMatchObject({name: 'Accounting', grants: [{organizationId: acme}]})
    await look(page, 'keys')

    await page.getByRole('button', {name: 'Change: Accounting'}).click()
    await page.getByRole('checkbox', {name: 'see intakes'}).uncheck()
    await page.getByRole('button', {name: 'Add a grant'}).click()
    await page.getByRole('group', {name: 'Grant 2'}).getByRole('combobox', {name: 'Where'}).click()
    await page.getByRole('option', {name: 'Everywhere'}).click()
    await page.getByRole('group', {name: 'Grant 2'}).getByRole('checkbox', {name: 'send files'}).check()
    await page.getByLabel('Last day').fill('')
    await submit(page, 'Save')
    await told(page, '“Accounting” is saved.')
    expect(await row.innerText()).toMatch(/Acme: read documents\s+Everywhere: send files/)
    expect(await row.innerText()).toContain('never')

    await remove(page, 'Revoke: Accounting', 'Revoke')
    await told(page, 'The API key “Accounting” is revoked.')
    await expect(service.manage('GET', '/api/me', undefined, key)).rejects.toThrow('401')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('an organization’s administrator grants in it alone; revoking the own key signs out', async () => {
    const {key} = await newKey('Acme’s administrator', ['admin'])
    const {page, context, complaints} = await signedIn(browser, service.url, '/keys', key)
    await page.getByRole('row', {name: 'signed in'}).waitFor()
    expect(await page.getByRole('row').count()).toBe(2)
    expect(await page.getByRole('link', {name: 'Organizations'}).count()).toBe(0)
    await page.getByRole('button', {name: 'New API key'}).click()
    expect(await page.getByRole('combobox', {name: 'Where'}).inputValue()).toBe('Acme')
    expect(await page.getByRole('button', {name: 'Add a grant'}).count()).toBe(0)
    await page.getByRole('button', {name: 'Cancel'}).click()
    await page.getByRole('dialog').waitFor({state: 'detached'})

    await page.getByRole('button', {name: 'Revoke'}).click()
    await page.getByText('revoking it signs you out').waitFor()
    await look(page, 'key-revoke-own')
    await page.getByRole('dialog').getByRole('button', {name: 'Revoke'}).click()
    await page.getByText('You are signed out.').waitFor()
    await expect(service.manage('GET', '/api/me', undefined, key)).rejects.toThrow('401')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a key that only reads sees the lists without buttons, and no page of administrators', async () => {
    await service.manage('POST', '/api/labels', {organizationId: acme, name: 'seen'})
    const {key} = await newKey('Reader', ['store:read'])
    const {page, context, complaints} = await signedIn(browser, service.url, '/o/acme/labels', key)
    await page.getByRole('cell', {name: 'SEEN', exact: true}).waitFor()
    for (const pageName of ['Labels', 'Document stores', 'Statuses', 'Knowledge features']) {
      await navigate(page, pageName)
      expect(await page.getByRole('main').getByRole('button').count(), pageName).toBe(0)
    }
    await look(page, 'features-reader')
    expect(await page.getByRole('link', {name: /API keys|Organizations/}).count()).toBe(0)
    for (const path of ['/keys', '/organizations']) {
      await page.goto(`${service.url}/studio${path}`)
      await page.getByText('Nothing is here').waitFor()
    }
    expect(complaints).toEqual([])
    await context.close()

    const sender = await newKey('Sender', ['store:upload'])
    const other = await signedIn(browser, service.url, '/o/acme/labels', sender.key)
    await other.page.getByText('Nothing is here').waitFor()
    await other.context.close()
  })
})

function newKey(name: string, permissions: string[]) {
  return service.manage<{key: string}>('POST', '/api/api-keys', {name, grants: [{organizationId: acme, permissions}]})
}

async function navigate(page: Page, name: string) {
  await page.getByRole('navigation', {name: 'Pages'}).getByRole('link', {name}).click()
  await page.getByRole('heading', {level: 1, name}).waitFor()
}

function submit(page: Page, name: string) {
  return page.getByRole('dialog').getByRole('button', {name, exact: true}).click()
}

async function choose(page: Page, organization: string) {
  await page.getByRole('combobox', {name: 'Where'}).click()
  await page.getByRole('option', {name: organization}).click()
}

/** Asks for a removal and confirms it. */
async function remove(page: Page, action: string, verb: string) {
  await page.getByRole('button', {name: action}).click()
  await page.getByRole('dialog').getByRole('button', {name: verb, exact: true}).click()
}

function told(page: Page, message: string) {
  return page.getByText(message).waitFor()
}

/** The field is called wrong, in these words, and has the focus. */
async function expectWrong(field: Locator, words: string) {
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
  const described = await field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '),
  )
  expect(described).toContain(words)
  await expectFocused(field)
}

async function expectFocused(element: Locator) {
  await expect.poll(() => element.evaluate((one) => one === document.activeElement)).toBe(true)
}
