/** The colours of the page, by what they are for; every text keeps a contrast of 4.5 to what it stands on. */
interface Colours {
  readonly [name: string]: string
}

const light: Colours = {
  paper: '#fbfbf9',
  panel: '#ffffff',
  sunken: '#f4f4f0',
  ink: '#1d2127',
  quiet: '#5c636d',
  line: '#e3e3dc',
  strong: '#c9c9c0',
  link: '#23598f',
  pass: '#2c6e49',
  'pass-soft': '#8fbfa3',
  'pass-wash': '#eef5f0',
  fail: '#b3322b',
  'fail-wash': '#fbefed',
  expected: '#8a5a12',
  'expected-wash': '#faf3e6',
  open: '#5f6671',
  'open-wash': '#f1f2f2',
  mark: '#fdf0c4',
  'mark-ink': '#4e3c05',
}

const dark: Colours = {
  paper: '#14171b',
  panel: '#1a1e23',
  sunken: '#20252b',
  ink: '#e4e7ea',
  quiet: '#a0a8b2',
  line: '#2d333a',
  strong: '#454d57',
  link: '#8fbdee',
  pass: '#7cc79b',
  'pass-soft': '#41795a',
  'pass-wash': '#18251e',
  fail: '#f0877d',
  'fail-wash': '#2d1b1a',
  expected: '#e0b266',
  'expected-wash': '#2a2315',
  open: '#a0a8b2',
  'open-wash': '#20252b',
  mark: '#4a3d12',
  'mark-ink': '#f6e3a4',
}

/** The colours as custom properties: light, dark where the system asks for it or the reader chose it, and light on paper. */
export const colours: string = `
:root { color-scheme: light; ${declared(light)} }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { color-scheme: dark; ${declared(dark)} } }
:root[data-theme="dark"] { color-scheme: dark; ${declared(dark)} }
@media print { :root, :root[data-theme="dark"], :root:not([data-theme="light"]) { color-scheme: light; ${declared({ ...light, paper: '#fff', sunken: '#fafaf8' })} } }
`

function declared(palette: Colours): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')
}
