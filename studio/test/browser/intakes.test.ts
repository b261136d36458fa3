import {execFile} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import type {Browser, Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {launch, look, signedIn} from './browser.ts'
import {program, Service} from './service.ts'

const CLIENT = fileURLToPath(new URL('../../../clients/typescript', import.meta.url))
const GIB = 1024 ** 3

let service: Service
let browser: Browser
let acme: string

beforeAll(async () => {
  service = await Service.start()
  browser = await launch()
  acme = (await service.manage('POST', '/api/organizations', {slug: 'acme', name: 'Acme'})).id ?? ''
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

test('an intake is made, with its first store on the way, and leads to its settings', async () => {
  const {page, context, complaints} = await signedIn(browser, service.url, '/o/acme/intakes')
  await page.getByText('No intakes yet').waitFor()
  await page.getByRole('link', {name: 'New intake'}).click()
  await page.getByText('There is no document store yet').waitFor()
  expect(await page.getByRole('button', {name: 'Create'}).isDisabled()).toBe(true)
  await look(page, 'new-intake-no-store')
  await page.getByRole('button', {name: 'New document store'}).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Inbox')
  await page.getByRole('dialog').getByRole('button', {name: 'Create'}).click()
  await told(page, '“Inbox” is made.')
  expect(await page.getByRole('combobox', {name: 'Document store'}).inputValue()).toBe('Inbox (inbox)')

  await page.getByRole('button', {name: 'Create'}).click()
  await expectWrong(page.getByLabel('Name'), 'It needs a name.')
  await page.getByLabel('Name').fill('Large Files')
  expect(await page.getByLabel('Slug').inputValue()).toBe('large-files')
  await page.getByLabel('Slug').fill('No Slug')
  await page.getByRole('button', {name: 'Create'}).click()
  await expectWrong(page.getByLabel('Slug'), '3 to 100')
  await page.getByLabel('Slug').fill('scans')
  await page.getByLabel('Description').fill('From the basement.')
  await look(page, 'new-intake')
  await page.getByRole('button', {name: 'Create'}).click()
  await page.waitForURL('**/o/acme/intakes/scans/settings')
  await told(page, '“Large Files” is made.')
  const [made] = await intakes()
  expect(made).toMatchObject({slug: 'scans', name: 'Large Files', description: 'From the basement.', active: false, store: {ref: 'acme/inbox'}})

  await page.goto(`${service.url}/studio/o/acme/new-intake`)
  await service.manage('POST', '/api/document-stores', {organizationId: acme, slug: 'archive', name: 'Archive'})
  await page.reload()
  await page.getByLabel('Name').fill('Scans')
  await page.getByRole('button', {name: 'Create'}).click()
  await expectWrong(page.getByRole('combobox', {name: 'Document store'}), 'choose one')
  await choose(page, 'Document store', 'Archive (archive)')
  await page.getByRole('button', {name: 'Create'}).click()
  await expectWrong(page.getByLabel('Slug'), 'has this slug')
  await page.getByLabel('Slug').fill('more-scans')
  await page.getByRole('button', {name: 'Create'}).click()
  await page.waitForURL('**/o/acme/intakes/more-scans/settings')
  await page.getByRole('heading', {level: 1, name: 'Scans'}).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

describe('of an intake', () => {
  let intake: {id: string}
  beforeAll(async () => {
    await service.manage('POST', '/api/organizations', {slug: 'harbor', name: 'Harbor'})
    const {content} = await service.manage<{content: {id: string; slug: string}[]}>('GET', '/api/organizations')
    acme = content.find(({slug}) => slug === 'harbor')?.id ?? ''
    for (const [slug, name] of [['inbox', 'Inbox'], ['vault', 'Vault']]) {
      await service.manage('POST', '/api/document-stores', {organizationId: acme, slug, name})
    }
    for (const [slug, name] of [['totals', 'Totals'], ['dates', 'Dates']]) {
      await service.manage('POST', '/api/knowledge-features', {organizationId: acme, slug, name})
    }
  })

  async function fresh(slug: string, settings: object = {}) {
    intake = await service.manage<{id: string}>('POST', '/api/intakes', {slug, name: 'Scans', store: {ref: 'harbor/inbox'}, ...settings})
    return signedIn(browser, service.url, `/o/harbor/intakes/${slug}/settings`)
  }
  const now = () => service.manage<Record<string, unknown>>('GET', `/api/intakes/${intake.id}`)
  const elsewhere = (body: object) => service.manage('PUT', `/api/intakes/${intake.id}`, body)
  const save = (page: Page) => page.getByRole('button', {name: 'Save', exact: true}).click()

  test('every setting can be changed, and only what was touched is saved', async () => {
    const {page, context, complaints} = await fresh('all-settings')
    await page.getByRole('switch', {name: 'Enable large uploads'}).waitFor()
    expect(await page.getByRole('button', {name: 'Save'}).count()).toBe(0)
    await page.getByText('which is 7 days unless its operator changed it').waitFor()
    await page.getByText('Empty: every type is allowed.').waitFor()
    await page.getByText('= 5,497,558,138,880 bytes').waitFor()
    await look(page, 'settings')

    for (const name of ['Active', 'Enable large uploads', 'Allow several files', 'Require the size', 'Require checksums']) {
      await page.getByRole('switch', {name}).check()
    }
    await page.getByLabel('Name').fill('All of it')
    await page.getByLabel('Description').fill('Whatever comes.')
    await choose(page, 'Document store', 'Vault (vault)')
    await page.getByRole('combobox', {name: 'Allowed content types'}).fill('IMAGE/*, application/pdf ')
    await page.getByRole('textbox', {name: 'Largest file'}).fill('1.5')
    await page.getByLabel('Largest file: unit').selectOption('GiB')
    await page.getByText('= 1,610,612,736 bytes').waitFor()
    await page.getByLabel('Open uploads at a time').fill('50')
    await page.getByRole('textbox', {name: 'Time for one upload'}).fill('36')
    await page.getByLabel('Time for one upload: unit').selectOption('hours')
    await choose(page, 'Knowledge features', 'Totals')
    await page.getByRole('option', {name: 'Dates'}).click()
    await page.getByLabel('Metadata').fill('{"customer": 4711, "tags": ["a", {"deep": null}]}')
    await page.getByText(/^Not saved yet: Name, Description, Document store, Active/).waitFor()
    await look(page, 'settings-unsaved')
    await save(page)
    await told(page, 'The settings are saved.')
    expect(await page.getByRole('button', {name: 'Save'}).count()).toBe(0)
    const saved = await now()
    expect(saved).toMatchObject({
      name: 'All of it', description: 'Whatever comes.', store: {ref: 'harbor/vault'},
      active: true, largeUploadEnabled: true, allowMultipleFiles: true, requireDeclaredParts: true, requireChecksums: true,
      allowedContentTypes: ['image/*', 'application/pdf'], maxFileBytes: 1.5 * GIB, maxOpenUploads: 50, uploadTtl: 'PT36H',
      metadata: {customer: 4711, tags: ['a', {deep: null}]},
    })
    expect(saved.knowledgeFeatureIds).toHaveLength(2)
    await page.reload()
    expect(await page.getByRole('textbox', {name: 'Largest file'}).inputValue()).toBe('1536')
    expect(await page.getByLabel('Time for one upload: unit').inputValue()).toBe('hours')

    const sent = page.waitForRequest((request) => request.method() === 'PUT')
    await page.getByRole('textbox', {name: 'Time for one upload'}).fill('')
    await page.getByLabel('Metadata').fill('')
    await page.getByLabel('Description').fill('')
    await save(page)
    expect((await sent).postDataJSON()).toEqual({uploadTtl: null, metadata: {}, description: null, changeSequence: saved.changeSequence})
    await told(page, 'The settings are saved.')
    await page.getByText('Empty: nothing is added.').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a size that is no round number is shown to the byte', async () => {
    const {page, context} = await fresh('exact', {maxFileBytes: 5 * GIB + 1})
    await page.getByText('= 5,368,709,121 bytes').waitFor()
    expect(await page.getByRole('textbox', {name: 'Largest file'}).inputValue()).toBe('5368709121')
    await page.getByLabel('Name').fill('Exact')
    await save(page)
    await told(page, 'The settings are saved.')
    expect(await now()).toMatchObject({maxFileBytes: 5 * GIB + 1})
    await context.close()
  })

  test('mistakes are said at their fields, those that only the service finds as well', async () => {
    const {page, context, complaints} = await fresh('mistakes')
    await page.getByRole('textbox', {name: 'Largest file'}).fill('60')
    await page.getByLabel('Open uploads at a time').fill('many')
    await page.getByRole('textbox', {name: 'Time for one upload'}).fill('400')
    await page.getByRole('combobox', {name: 'Allowed content types'}).fill('pdf,')
    await page.getByLabel('Metadata').fill('{"a": 1,}')
    await save(page)
    await expectWrong(page.getByRole('combobox', {name: 'Allowed content types'}), 'Not a type: pdf')
    for (const words of ['up to 48.8 TiB', 'A whole number, 1 to 1,000,000', '1 minute to 365 days; or empty', 'That is no JSON']) {
      await page.getByText(words).last().waitFor()
    }
    await page.keyboard.press('Escape')
    await look(page, 'settings-mistakes')
    await page.getByLabel('Metadata').fill('[1]')
    await save(page)
    await page.getByText('Metadata is an object').waitFor()
    await page.getByLabel('Metadata').fill('{"n": 12345678901234567890}')
    await save(page)
    await page.getByText('would be rounded here').waitFor()
    await page.getByRole('button', {name: 'Discard'}).click()
    expect(await page.getByRole('textbox', {name: 'Largest file'}).inputValue()).toBe('5')
    expect(await page.getByRole('button', {name: 'Save'}).count()).toBe(0)

    await page.getByLabel('Name').fill('x'.repeat(2000))
    await save(page)
    await expectWrong(page.getByLabel('Name'), 'characters')
    expect(await now()).toMatchObject({name: 'Scans', metadata: {}, changeSequence: 0})
    expect(complaints).toEqual([])
    await context.close()
  })

  test('leaving with unsaved changes asks, by a link and by going back', async () => {
    const {page, context, complaints} = await fresh('leaving')
    await page.goto(`${service.url}/studio/o/harbor/intakes`)
    await page.getByRole('row', {name: 'leaving'}).getByRole('link').click()
    await page.getByLabel('Name').fill('Changed')
    await page.getByRole('link', {name: 'Tokens'}).click()
    await page.getByText('Leave without saving?').waitFor()
    await look(page, 'leaving')
    await page.getByRole('button', {name: 'Stay here'}).click()
    await page.getByRole('dialog').waitFor({state: 'detached'})
    expect(await page.getByLabel('Name').inputValue()).toBe('Changed')
    await page.goBack()
    await page.getByText('Leave without saving?').waitFor()
    expect(page.url()).toContain('/settings')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'detached'})
    expect(await page.getByLabel('Name').inputValue()).toBe('Changed')
    const warned = page.waitForEvent('dialog')
    const closing = page.reload()
    await (await warned).accept()
    await closing
    expect(await page.getByLabel('Name').inputValue()).toBe('Scans')

    await page.getByLabel('Name').fill('Changed')
    await page.goBack()
    await page.getByRole('button', {name: 'Leave without saving'}).click()
    await page.getByRole('heading', {level: 1, name: 'Intakes'}).waitFor()
    await page.goForward()
    await page.getByLabel('Name').fill('Kept')
    await save(page)
    await told(page, 'The settings are saved.')
    await page.getByRole('link', {name: 'Tokens'}).click()
    await page.getByText('No tokens yet').waitFor()
    expect(await now()).toMatchObject({name: 'Kept'})
    expect(complaints).toEqual([])
    await context.close()
  })

  test('what somebody else changed meanwhile is shown, and either one can stay', async () => {
    const {page, context, complaints} = await fresh('conflicts')
    await page.getByLabel('Name').fill('Mine')
    await page.getByLabel('Description').fill('Mine, too.')
    await elsewhere({name: 'Theirs', largeUploadEnabled: true, uploadTtl: 'P3D'})
    await save(page)
    const conflict = page.getByRole('alert').filter({hasText: 'Somebody else changed it meanwhile'})
    await conflict.waitFor()
    expect(await conflict.innerText()).toMatch(/Name\s+Before: Scans\s+Theirs: Theirs\s+Yours: Mine/)
    expect(await conflict.innerText()).toMatch(/Enable large uploads\s+Before: Off\s+Theirs: On\s/)
    expect(await conflict.innerText()).toMatch(/Time for one upload\s+Before: as the server[^\n]+\s+Theirs: 3 days/)
    expect(await page.getByRole('button', {name: 'Save', exact: true}).count()).toBe(0)
    await look(page, 'settings-conflict')
    await page.getByRole('button', {name: 'Keep mine and save again'}).click()
    await told(page, 'The settings are saved.')
    expect(await now()).toMatchObject({name: 'Mine', description: 'Mine, too.', largeUploadEnabled: true, uploadTtl: 'PT72H'})

    await page.getByLabel('Name').fill('Mine again')
    await page.getByLabel('Open uploads at a time').fill('7')
    await elsewhere({name: 'Theirs again'})
    await save(page)
    await page.getByRole('button', {name: 'Take theirs'}).click()
    expect(await page.getByLabel('Name').inputValue()).toBe('Theirs again')
    await page.getByText('Not saved yet: Open uploads at a time').waitFor()
    await save(page)
    await expect.poll(now).toMatchObject({name: 'Theirs again', maxOpenUploads: 7})

    // what is not touched follows, once the tab is looked at again
    await elsewhere({metadata: {seen: true}})
    const lookedAt = async () => {
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', {bubbles: true})))
      return page.getByLabel('Metadata').inputValue()
    }
    await expect.poll(lookedAt, {timeout: 15_000, interval: 500}).toContain('"seen": true')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('tokens are made, shown once, work, and are revoked', async () => {
    const {page, context, complaints} = await fresh('tokens', {active: true})
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: service.url})
    await page.getByRole('link', {name: 'Tokens'}).click()
    await page.getByText('No tokens yet').waitFor()
    await look(page, 'tokens-empty')
    await page.getByRole('button', {name: 'New token'}).click()
    await page.getByRole('button', {name: 'Create'}).click()
    await expectWrong(page.getByLabel('Name'), 'It needs a name.')
    await page.getByLabel('Name').fill('Scanner')
    await page.getByLabel('Last day').fill('2020-02-29')
    await page.getByRole('button', {name: 'Create'}).click()
    await expectWrong(page.getByLabel('Last day'), 'must be in the future')
    await look(page, 'token-dialog')
    await page.getByLabel('Last day').fill('2999-12-30')
    await page.getByRole('button', {name: 'Create'}).click()
    const secret = page.getByRole('textbox', {name: 'Token'})
    const token = await secret.inputValue()
    expect(token).toMatch(/^kit_/)
    await page.getByText('nobody can show it again').waitFor()
    await look(page, 'token-secret')
    await page.getByRole('button', {name: 'Copy'}).click()
    await page.getByText('Copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token)
    await page.getByRole('button', {name: 'I have kept it'}).click()
    await page.getByRole('dialog').waitFor({state: 'detached'})
    expect(await page.content()).not.toContain(token)
    const row = page.getByRole('row', {name: 'Scanner'})
    expect(await row.innerText()).toMatch(/never[^]+2999/)
    await look(page, 'tokens')

    await service.manage('GET', '/api/intake/harbor/tokens', undefined, token)
    await page.reload()
    await expect.poll(() => row.innerText()).toMatch(/second|minute|now/)
    await page.getByRole('button', {name: 'Revoke: Scanner'}).click()
    await page.getByRole('dialog').getByRole('button', {name: 'Revoke'}).click()
    await told(page, 'The token “Scanner” is revoked.')
    await page.getByText('No tokens yet').waitFor()
    await expect(service.manage('GET', '/api/intake/harbor/tokens', undefined, token)).rejects.toThrow('401')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('an intake is deleted after asking, also with changes that are not saved', async () => {
    const {page, context, complaints} = await fresh('passing')
    await page.getByLabel('Name').fill('Changed')
    await page.getByRole('button', {name: 'Delete this intake'}).click()
    await page.getByText('Its documents stay.').waitFor()
    await look(page, 'intake-delete')
    await page.getByRole('button', {name: 'Cancel'}).click()
    await page.getByRole('dialog').waitFor({state: 'detached'})
    await now()
    await page.getByRole('button', {name: 'Delete this intake'}).click()
    await page.getByRole('dialog').getByRole('button', {name: 'Delete'}).click()
    await page.getByRole('heading', {level: 1, name: 'Intakes'}).waitFor()
    await told(page, 'The intake “Scans” is deleted.')
    await expect(now()).rejects.toThrow('404')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a key that only reads sees the settings and tokens without buttons', async () => {
    await fresh('reading', {maxFileBytes: 1.5 * GIB, allowedContentTypes: ['image/*']}).then(({context}) => context.close())
    await service.manage('POST', `/api/intakes/${intake.id}/tokens`, {name: 'Scanner'})
    const grants = [{organizationId: acme, permissions: ['intake:read']}]
    const {key} = await service.manage<{key: string}>('POST', '/api/api-keys', {name: 'Reader', grants})
    const {page, context, complaints} = await signedIn(browser, service.url, '/o/harbor/intakes', key)
    await page.getByRole('row', {name: 'reading'}).waitFor()
    expect(await page.getByRole('link', {name: 'New intake'}).count()).toBe(0)
    await page.getByRole('row', {name: 'reading'}).getByRole('link').click()
    await page.getByText('This key reads the settings').waitFor()
    await page.getByText('1,536 MiB').waitFor()
    await page.getByRole('definition').filter({hasText: /^image\/\*What/}).waitFor()
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
    expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0)
    await look(page, 'settings-reader')
    await page.getByRole('link', {name: 'Tokens'}).click()
    await page.getByRole('row', {name: 'Scanner'}).waitFor()
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
    await look(page, 'tokens-reader')
    await page.goto(`${service.url}/studio/o/harbor/new-intake`)
    await page.getByText('Nothing is here').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  describe('how to send', () => {
    const FILM = randomBytes(20 * 1024 ** 2 + 17)
    let folder: string
    let token: string
    let page: Page
    let opened: Awaited<ReturnType<typeof signedIn>>

    beforeAll(async () => {
      opened = await fresh('sending', {active: true, largeUploadEnabled: true, requireDeclaredParts: true, requireChecksums: true})
      page = opened.page
      token = (await service.manage('POST', `/api/intakes/${intake.id}/tokens`, {name: 'Test'})).token ?? ''
      folder = await mkdtemp(join(tmpdir(), 'penstock-send-'))
      await writeFile(join(folder, 'scan.pdf'), `%PDF-1.7\n${randomBytes(32).toString('hex')}\n`)
      await writeFile(join(folder, 'film.mov'), FILM)
      await mkdir(join(folder, 'photos'))
      await writeFile(join(folder, 'photos', 'one.txt'), randomBytes(32).toString('hex'))
      await writeFile(join(folder, 'package.json'), '{"type": "module"}')
      const command = ['exec', join(process.env.JAVA_HOME ?? '', 'bin', 'java'), '--enable-native-access=ALL-UNNAMED', ...(program || [])]
      await writeFile(join(folder, 'penstock'), `#!/bin/sh\n${command.map((word) => `'${word}'`).join(' ').replace("'exec'", 'exec')} "$@"\n`, {mode: 0o755})
      await mkdir(join(folder, 'node_modules', '@penstock'), {recursive: true})
      await symlink(CLIENT, join(folder, 'node_modules', '@penstock', 'client'))
      await page.getByRole('link', {name: 'How to send'}).click()
    })
    afterAll(async () => {
      await opened.context.close()
      await rm(folder, {recursive: true, force: true})
    })

    const lines = async (title: string) => (await page.getByRole('group', {name: title}).textContent()) ?? ''
    const run = (command: string, ...words: string[]) =>
      promisify(execFile)(command, words, {cwd: folder, timeout: 60_000, env: {PATH: process.env.PATH ?? '', PENSTOCK_TOKEN: token}})
    const language = (name: string) => page.getByRole('tab', {name}).click()

    /** The document at a path of the store; it goes, so that the next one can take the path. */
    async function arrived(path: string) {
      const query = new URLSearchParams({pathPrefix: path})
      const {content} = await service.manage<{content: Record<string, unknown>[]}>('GET', `/api/document-families?${query}`)
      const found = content.find((family) => family.path === path)
      if (found) await service.manage('DELETE', `/api/document-families/${found.id}`)
      return found
    }

    test('the lines for curl send a small file, and one in parts', async () => {
      await page.getByRole('group', {name: 'A small file'}).waitFor()
      await look(page, 'how-to-send')
      expect(await lines('The token, once in every shell')).toBe('export PENSTOCK_TOKEN=kit_…')
      await run('bash', '-c', await lines('A small file, in one call'))
      expect(await arrived('scan.pdf')).toMatchObject({metadata: {customer: 4711}})
      const {stdout} = await run('bash', '-c', await lines('A file of any size, in parts'))
      expect(stdout).toContain('part 3 of 3')
      expect(await arrived('film.mov')).toMatchObject({size: FILM.length, metadata: {customer: 4711}, contentObjects: [{verified: 'checksum'}, {}]})
    })

    test('they show why they were refused, and leave the shell open', async () => {
      const text = await lines('A file of any size, in parts')
      const {stdout} = await run('bash', '-c', `PENSTOCK_TOKEN=kit_nobody\n${text}\necho "status $?"`)
      expect(stdout).toMatch(/"code":"unauthenticated"[^]*status 1/)
    })

    test('the lines of Python do', async () => {
      await language('Python')
      await look(page, 'how-to-send-python')
      const {stdout} = await run('python3', '-c', await lines('A file of any size, in parts'))
      expect(stdout).toMatch(/part 3 of 3[^]* checksum/)
      expect(await arrived('film.mov')).toMatchObject({size: FILM.length})
    })

    test('the lines of TypeScript do', async () => {
      await language('TypeScript')
      await writeFile(join(folder, 'upload.mjs'), await lines('A file of any size, in parts'))
      const {stdout} = await run('node', 'upload.mjs')
      expect(stdout).toContain(' checksum')
      expect(await arrived('film.mov')).toMatchObject({size: FILM.length, metadata: {customer: 4711}})
    })

    test('the lines of the command line do', async () => {
      await language('Command line')
      await run('bash', '-c', await lines('A file of any size'))
      expect(await arrived('film.mov')).toMatchObject({size: FILM.length})
      await run('bash', '-c', await lines('A folder'))
      expect(await arrived('one.txt') ?? (await arrived('photos/one.txt'))).toMatchObject({size: 64})
      await run('bash', '-c', await lines('What another program writes'))
      expect(await arrived('photos.tar')).toBeDefined()
      expect(opened.complaints).toEqual([])
    })

    test('each can be copied, and an intake that would refuse them says so', async () => {
      await opened.context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: service.url})
      await page.getByRole('button', {name: 'Copy: A folder'}).click()
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await lines('A folder'))
      await elsewhere({largeUploadEnabled: false})
      await page.reload()
      await page.getByText('Large uploads are off').waitFor()
      await elsewhere({active: false})
      await page.reload()
      await page.getByText('The intake is off').waitFor()
      await look(page, 'how-to-send-off')
    })
  })
})

async function intakes() {
  const {content} = await service.manage<{content: Record<string, unknown>[]}>('GET', '/api/intakes')
  return content
}

async function choose(page: Page, label: string, option: string) {
  await page.getByRole('combobox', {name: label}).click()
  await page.getByRole('option', {name: option}).click()
}

function told(page: Page, message: string) {
  return page.getByText(message).first().waitFor()
}

/** The field is called wrong, in these words, and has the focus. */
async function expectWrong(field: Locator, words: string) {
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
  const described = await field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '),
  )
  expect(described).toContain(words)
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
}
