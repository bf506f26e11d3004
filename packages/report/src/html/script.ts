/** What the page does when somebody works with it. It has no dependency, and without it everything but the list of cases can be read. */
export const script = `
(() => {
  'use strict'
  const root = document.documentElement
  const one = (selector, within = document) => within.querySelector(selector)
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]
  const stored = {
    get: () => { try { return localStorage.getItem('assay-theme') } catch { return null } },
    set: (value) => { try { localStorage.setItem('assay-theme', value) } catch {} },
  }

  // Light and dark.
  const system = matchMedia('(prefers-color-scheme: dark)')
  const themeButton = one('#theme')
  const isDark = () => (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark'
  const nameTheme = () => { one('.name', themeButton).textContent = isDark() ? 'Light' : 'Dark' }
  const setTheme = (value) => { root.dataset.theme = value; stored.set(value); nameTheme() }
  if (stored.get() === 'dark' || stored.get() === 'light') root.dataset.theme = stored.get()
  themeButton.addEventListener('click', () => setTheme(isDark() ? 'light' : 'dark'))
  system.addEventListener('change', nameTheme)
  nameTheme()

  // One provider at a time, where there are several.
  const sections = all('main > .provider')
  const links = all('header nav a')
  const shown = () => sections.find((section) => !section.classList.contains('away')) ?? sections[0]
  const show = (section) => {
    for (const other of sections) other.classList.toggle('away', sections.length > 1 && other !== section)
    for (const link of links) {
      if (link.getAttribute('href') === '#' + section.id) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    }
    drawCases(section)
  }
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const section = target?.closest('.provider') ?? sections[0]
    if (!section) return
    show(section)
    if (!target || target === section) { scrollTo(0, 0); return }
    if (target.tagName === 'DETAILS') target.open = true
    target.scrollIntoView({ block: 'start' })
    one('summary', target)?.focus({ preventScroll: true })
  }

  // Cases: only those that fit a screen or two are drawn.
  const STEP = 200
  const cases = JSON.parse(one('#cases').textContent)
  const texts = new Map(Object.entries(cases).map(([provider, rows]) => [provider, rows.map((row) => row.join(' ').toLowerCase())]))
  const standings = { kept: 'pass', broken: 'fail', 'set-aside': 'open' }
  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }
  const limits = new Map()
  const drawCases = (section) => {
    const place = section && one('.cases', section)
    if (!place) return
    const provider = place.dataset.provider
    const rows = cases[provider] ?? []
    const text = texts.get(provider) ?? []
    const wanted = words()
    const shows = pressed()
    const found = []
    for (let index = 0; index < rows.length; index += 1) {
      if (shows.size > 0 && !shows.has(standings[rows[index][3]])) continue
      if (wanted.every((word) => text[index].includes(word))) found.push(rows[index])
    }
    const limit = limits.get(provider) ?? STEP
    const head = element('tr')
    for (const name of ['Case', 'What it does', 'Outcome', 'Status', 'Requests', 'Time']) head.append(element('th', { scope: 'col', textContent: name }))
    const body = element('tbody')
    for (const [id, , way, outcome, status, time, exchanges, , says] of found.slice(0, limit)) {
      const state = element('td', { className: standings[outcome] }, element('span', { className: 'dot', ariaHidden: 'true' }), outcome)
      if (says) state.append(element('div', { className: 'quiet', textContent: says }))
      body.append(element('tr', {}, element('th', { scope: 'row', textContent: id }), element('td', { textContent: way }), state,
        element('td', { textContent: status === '' ? '–' : status }), element('td', { textContent: exchanges }), element('td', { textContent: time + ' ms' })))
    }
    const count = element('p', { className: 'quiet count', textContent: found.length === rows.length ? rows.length + ' cases' : found.length + ' of ' + rows.length + ' cases' })
    const scroll = element('div', { className: 'scroll', tabIndex: 0 }, element('table', {}, element('thead', {}, head), body))
    scroll.setAttribute('role', 'region')
    scroll.setAttribute('aria-label', 'Cases of ' + provider)
    place.replaceChildren(count, scroll)
    if (found.length > limit) {
      const more = element('button', { type: 'button', className: 'further', textContent: 'Show ' + Math.min(STEP, found.length - limit) + ' more' })
      more.addEventListener('click', () => { limits.set(provider, limit + STEP); drawCases(section); one('.further', place)?.focus() })
      place.append(more)
    }
    place.dataset.found = found.length
  }

  // The filter.
  const input = one('#filter')
  const chips = all('.chips button')
  const status = one('#status')
  const words = () => input.value.toLowerCase().split(/\\s+/).filter((word) => word !== '')
  const pressed = () => new Set(chips.filter((chip) => chip.getAttribute('aria-pressed') === 'true').flatMap(({ dataset }) => dataset.show === 'fail' ? ['fail', 'expected'] : [dataset.show]))
  const entries = all('[data-filter]').map((item) => ({ item, text: item.textContent.toLowerCase(), kind: item.dataset.filter }))
  const groups = all('.group')
  const apply = () => {
    const wanted = words()
    const shows = pressed()
    let matching = 0
    for (const { item, text, kind } of entries) {
      const fits = (shows.size === 0 || shows.has(kind)) && wanted.every((word) => text.includes(word))
      item.hidden = !fits
      if (fits && item.matches('.rule, .finding')) matching += 1
    }
    for (const group of groups) group.hidden = !group.querySelector('.rule:not([hidden])')
    root.classList.toggle('filtered', wanted.length > 0 || shows.size > 0)
    limits.clear()
    drawCases(shown())
    status.textContent = wanted.length > 0 || shows.size > 0 ? matching + ' rules and findings match.' : ''
  }
  let waiting = 0
  input.addEventListener('input', () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(apply) })
  for (const chip of chips) chip.addEventListener('click', () => { chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true')); apply() })

  // Everything open, or closed again.
  const expand = one('#expand')
  const openAll = (open) => {
    for (const item of all('main details')) item.open = open
    expand.setAttribute('aria-pressed', String(open))
    expand.textContent = open ? 'Collapse all' : 'Expand all'
  }
  expand.addEventListener('click', () => openAll(expand.getAttribute('aria-pressed') !== 'true'))
  let closed = []
  addEventListener('beforeprint', () => { closed = all('main details:not([open])'); for (const item of closed) item.open = true })
  addEventListener('afterprint', () => { for (const item of closed) item.open = false })

  // Copying.
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); return true } catch {}
    const area = element('textarea', { value: text, className: 'unseen' })
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
  document.addEventListener('click', async (event) => {
    const button = event.target.closest?.('.copy')
    if (!button) return
    const text = one('code', button.parentElement).textContent
    const done = await copy(text)
    const [label] = button.childNodes
    label.textContent = done ? 'Copied' : 'Select it and copy'
    status.textContent = done ? 'Copied.' : ''
    setTimeout(() => { label.textContent = 'Copy' }, 1500)
  })

  // Keys.
  const move = (step) => {
    const stops = all('.provider:not(.away) .finding:not([hidden]) h4 a, .provider:not(.away) .rule:not([hidden]) > summary').filter((stop) => stop.offsetParent !== null)
    const at = stops.indexOf(document.activeElement)
    const next = stops[at < 0 ? (step > 0 ? 0 : stops.length - 1) : Math.min(stops.length - 1, Math.max(0, at + step))]
    next?.focus()
    next?.scrollIntoView({ block: 'center' })
  }
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape' && (input.value !== '' || pressed().size > 0)) {
      input.value = ''
      for (const chip of chips) chip.setAttribute('aria-pressed', 'false')
      apply()
      return
    }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return
    if (event.key === '/') { event.preventDefault(); input.focus(); input.select() }
    if (event.key === 'j') move(1)
    if (event.key === 'k') move(-1)
    if (event.key === 'e') expand.click()
    if (event.key === 'd') themeButton.click()
  })

  addEventListener('hashchange', follow)
  follow()
})()
`
