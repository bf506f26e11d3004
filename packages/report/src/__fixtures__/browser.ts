import { accessSync, constants, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Where Chromium is: `CHROMIUM_PATH`, else the first of its names on `PATH`; undefined where there is none. */
export function chromiumPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = [
    process.env.CHROMIUM_PATH ?? '',
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ]
  return places.find((place) => place !== '' && runs(place))
}

function runs(place: string): boolean {
  try {
    accessSync(place, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Starts a headless Chromium. */
export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}

/** A page that is open, and what went wrong on it. */
export interface Opened {
  readonly page: Page
  /** Errors of scripts, dialogs, and addresses that were asked for. */
  readonly incidents: string[]
}

/** Opens a report as a page of its own; nothing but that page may be loaded. */
export async function open(browser: Browser, html: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  const incidents: string[] = []
  page.on('pageerror', (error) => incidents.push(`error: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && incidents.push(`console: ${message.text()}`))
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  // A secure origin, so that the clipboard is there as on a page of a file.
  const address = 'https://report.test/'
  await context.route('**/*', (route) => {
    if (route.request().url().split('#')[0] === address)
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
    incidents.push(`request: ${route.request().url()}`)
    return route.abort()
  })
  await page.goto(address)
  return { page, incidents }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on a page that is serious or critical, each with the places. */
export async function seriousFaults({ page }: Opened): Promise<readonly string[]> {
  // The page's policy lets no script in, so axe comes by the debugger's way.
  await page.evaluate(axe)
  const found = await page.evaluate<readonly { id: string; impact: string; targets: string[] }[]>(
    `axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, targets: nodes.map(({ target }) => target.join(' ')).slice(0, 3) })))`,
  )
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, targets }) => `${impact}: ${id} at ${targets.join(', ')}`)
}
