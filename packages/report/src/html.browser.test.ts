import type { CertifyEvent, Report } from '@assay/certify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, launch, type Opened, open, seriousFaults } from './__fixtures__/browser.ts'
import { caseFinished, finished, started } from './__fixtures__/reports.ts'
import { html } from './html.ts'
import { HOSTILE, hostile } from './sample/hostile.ts'
import { runsOf } from './sample/runs-of.ts'
import { samples } from './sample/samples.ts'
import { written } from './sample/written.ts'

// What is slow on a busy machine is no failure.
const soon = { timeout: 20_000 }

const path = chromiumPath()
const inBrowser = test.skipIf(path === undefined)

let browser: Browser | undefined
beforeAll(async () => {
  if (path !== undefined) browser = await launch(path)
})
afterAll(() => browser?.close())

const findings = samples()['a run with findings']
const several: readonly Report[] = Object.values(samples()).map((report, index) => ({
  ...report,
  provider: `till-${index + 1}`,
}))

function page(events: readonly CertifyEvent[], options: Parameters<typeof open>[2] = {}): Promise<Opened> {
  if (browser === undefined) throw new Error('There is no browser.')
  return open(browser, written(html, events), options)
}

const reports = (all: readonly Report[]): readonly CertifyEvent[] => runsOf(all)

inBrowser.each(['light', 'dark'] as const)('axe finds nothing serious in %s colours', async (colorScheme) => {
  for (const report of [[findings], several]) {
    const opened = await page(reports(report), { colorScheme })
    await opened.page.locator('#expand').click()
    expect(await seriousFaults(opened)).toEqual([])
    expect(opened.incidents).toEqual([])
  }
})

inBrowser('the filter works with the keyboard, and Escape clears it', async () => {
  const { page: tab } = await page(reports([findings]))
  const visible = (): Promise<number> => tab.locator('.rule:visible').count()
  expect(await visible()).toBe(4)
  await tab.keyboard.press('/')
  await tab.keyboard.type('note max')
  await expect.poll(visible, soon).toBe(1)
  expect(await tab.locator('.cases').getAttribute('data-found')).toBe('1')
  expect(await tab.locator('#status').textContent()).toBe('2 rules and findings match.')
  await tab.keyboard.press('Escape')
  await expect.poll(visible, soon).toBe(4)
  await tab.getByRole('button', { name: 'Not tested' }).click()
  await expect.poll(visible, soon).toBe(1)
  expect(await tab.locator('.finding:visible').count()).toBe(0)
})

inBrowser('rules open with the keyboard alone', async () => {
  const { page: tab } = await page(reports([findings]))
  // Two findings stand before the first rule.
  for (const _ of [1, 2, 3]) await tab.keyboard.press('j')
  const first = tab.locator('.rule').first()
  expect(await tab.evaluate('document.querySelector(".rule").contains(document.activeElement)')).toBe(true)
  await tab.keyboard.press('Enter')
  expect(await first.getAttribute('open')).toBe('')
  await tab.keyboard.press('e')
  expect(await tab.locator('.rule[open]').count()).toBe(4)
  await tab.keyboard.press('e')
  expect(await tab.locator('.rule[open]').count()).toBe(0)
})

inBrowser('a finding marks what differs, and its line can be copied', async () => {
  const { page: tab } = await page(reports([findings]))
  const card = tab.locator('.finding').first()
  expect((await card.locator('ins').allTextContents()).join()).toContain('"note": "x"')
  expect((await card.locator('del').allTextContents()).join()).toContain('"note": "y"')
  await card.getByRole('button', { name: /^Copy/ }).click()
  await expect.poll(() => card.getByRole('button').textContent(), soon).toContain('Copied')
  expect(await tab.evaluate('navigator.clipboard.readText()')).toBe(
    findings.rules.flatMap((rule) => rule.findings)[0]?.curl,
  )
})

inBrowser('a link to a rule opens it', async () => {
  const { page: tab } = await page(reports(several))
  await tab.evaluate('location.hash = "#till-2/note.max-length"')
  await expect.poll(() => tab.locator('[id="till-2/note.max-length"]').getAttribute('open'), soon).toBe('')
  expect(await tab.locator('.provider:visible').getAttribute('id')).toBe('till-2')
})

inBrowser('several providers have a sheet that asks each the same, and pages of their own', async () => {
  const { page: tab } = await page(reports(several))
  expect(await tab.locator('.comparison thead th:visible').count()).toBe(several.length + 1)
  await tab.getByRole('navigation').getByRole('link', { name: 'till-3' }).click()
  await expect.poll(() => tab.locator('.provider:visible').getAttribute('id'), soon).toBe('till-3')
  expect(await tab.locator('nav [aria-current]').textContent()).toContain('till-3')
})

inBrowser('dark and light follow the system until somebody chooses', async () => {
  const { page: tab } = await page(reports([findings]), { colorScheme: 'dark' })
  const light = (): Promise<boolean> =>
    tab.evaluate(`Number(/\\d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0]) > 128`)
  expect(await light()).toBe(false)
  await tab.emulateMedia({ colorScheme: 'light' })
  expect(await light()).toBe(true)
  await tab.keyboard.press('d')
  expect(await light()).toBe(false)
  await tab.reload()
  expect(await light()).toBe(false)
})

inBrowser('on paper every provider is there in light colours, and no tool is', async () => {
  const { page: tab } = await page(reports(several), { colorScheme: 'dark' })
  await tab.emulateMedia({ media: 'print' })
  expect(await tab.locator('.provider:visible').count()).toBe(several.length + 1)
  expect(await tab.locator('.top:visible, .copy:visible, .cases:visible').count()).toBe(0)
  expect(await tab.evaluate('getComputedStyle(document.querySelector("h2")).color')).toBe('rgb(29, 33, 39)')
  expect((await tab.pdf()).length).toBeGreaterThan(10_000)
})

inBrowser('the page is no wider than a phone', async () => {
  const { page: tab } = await page(reports(several), { viewport: { width: 360, height: 800 } })
  for (const hash of ['', '#till-2']) {
    await tab.evaluate(`location.hash = '${hash}'`)
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  }
})

inBrowser('nothing a provider says becomes more than text', async () => {
  const worst = hostile(findings)
  const { page: tab, incidents } = await page(reports([worst, { ...worst, provider: 'other-till' }]))
  await tab.locator('#expand').click()
  await tab.getByRole('navigation').getByRole('link', { name: 'small-till' }).click()
  await tab.waitForTimeout(100)
  expect(incidents).toEqual([])
  expect(await tab.locator('main script, main img, main [onerror]').count()).toBe(0)
  expect(await tab.locator('.finding .says').first().textContent()).toContain('</script><script>alert(1)</script>')
  expect(await tab.locator('.cases').first().textContent()).toContain(HOSTILE.slice(0, 30))
})

inBrowser('five thousand cases stay quick', async () => {
  const cases = Array.from({ length: 5_000 }, (_, index) =>
    caseFinished({
      case: `refuses/rule-${index % 90}/${index}`,
      phase: 'refuses',
      way: `${index} characters at /note (at most 20)`,
      outcome: index % 100 === 0 ? 'broken' : 'kept',
    }),
  )
  const text = [started({ cases: 5_000 }), ...cases, finished(findings)]
  const { page: tab } = await page(text)
  expect(await tab.locator('.cases tbody tr').count()).toBe(200)
  // The best of several times: the others tell of the machine.
  const filtering = await tab.evaluate<number>(`(async () => {
    const input = document.querySelector('#filter')
    const times = []
    for (const text of ['4998', 'note 20', 'refuses', '4997', '4999 characters']) {
      const start = performance.now()
      input.value = text
      input.dispatchEvent(new Event('input'))
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      times.push(performance.now() - start)
    }
    return Math.min(...times)
  })()`)
  expect(filtering).toBeLessThan(200)
  expect(await tab.locator('.cases tbody tr').count()).toBe(1)
  const parsing = await tab.evaluate<number>('performance.getEntriesByType("navigation")[0].domInteractive')
  expect(parsing).toBeLessThan(10_000)
  await tab.keyboard.press('/')
  await tab.keyboard.press('Escape')
  await tab.getByRole('button', { name: 'Show 200 more' }).click()
  expect(await tab.locator('.cases tbody tr').count()).toBe(400)
})
