import {mkdir} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {chromium, type Browser, type BrowserContext, type Page} from 'playwright-core'
import {expect} from 'vitest'
import {ADMINISTRATOR} from './service.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core')
/** Where pictures of the pages go, when somebody wants to look at them. */
const PICTURES = process.env.STUDIO_PICTURES
const DESK = {width: 1280, height: 900}
const PHONE = {width: 360, height: 740}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
}

/** A tab of its own whose every complaint fails the test: errors of scripts, and what the page's policy refuses. */
export async function open(browser: Browser, url: string): Promise<{page: Page; context: BrowserContext; complaints: string[]}> {
  const context = await browser.newContext({viewport: DESK, locale: 'en-GB', colorScheme: 'light'})
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // a refusal of the service is no fault of the page, and the browser tells of each
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
  })
  await page.goto(url)
  return {page, context, complaints}
}

/** A tab that is signed in, by default with the administrator's key. */
export async function signedIn(browser: Browser, studio: string, path = '/', key = ADMINISTRATOR) {
  return open(browser, `${studio}/studio${path}#key=${key}`)
}

/**
 * Looks at a page in light, dark and at phone width: no finding of axe (WCAG 2.2 A and AA), and nothing that makes the
 * page scroll sideways. With STUDIO_PICTURES it leaves pictures there.
 */
export async function look(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', {level: 1}).waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({colorScheme, reducedMotion: 'reduce'})
    for (const [width, size] of Object.entries({desk: DESK, phone: PHONE})) {
      await page.setViewportSize(size)
      await expectAccessible(page, `${name}, ${colorScheme}, ${width}`)
      await expectNoSidewaysScrolling(page, `${name}, ${width}`)
      if (PICTURES) {
        await mkdir(PICTURES, {recursive: true})
        await page.screenshot({path: `${PICTURES}/${name}-${colorScheme}-${width}.png`, fullPage: true})
      }
    }
  }
  await page.setViewportSize(DESK)
  await page.emulateMedia({colorScheme: 'light'})
}

async function expectAccessible(page: Page, where: string) {
  // added through the debugger: the page's own policy refuses scripts from elsewhere
  const session = await page.context().newCDPSession(page)
  const loaded = await page.evaluate(() => 'axe' in globalThis)
  if (!loaded) {
    const {readFile} = await import('node:fs/promises')
    await session.send('Runtime.evaluate', {expression: await readFile(AXE, 'utf8')})
  }
  await session.detach()
  const findings = await page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: typeof import('axe-core')}
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const {violations} = await axe.run(document, {runOnly: tags})
    return violations.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.map(({html}) => html.slice(0, 160)).join(' | ')}`)
  })
  expect(findings, where).toEqual([])
}

async function expectNoSidewaysScrolling(page: Page, where: string) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(beyond, `${where}: pixels beyond the edge`).toBeLessThanOrEqual(0)
}
