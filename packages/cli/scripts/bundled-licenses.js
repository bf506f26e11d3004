// The licenses of other people's code ask to travel with it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A plugin of the bundler that puts the licenses of the bundled packages into one file beside the bundle. */
export const bundledLicenses = {
  name: 'bundled-licenses',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    const folders = new Set(modules.filter((id) => id.includes('/node_modules/')).map(packageFolder))
    const texts = [...folders].map(licenseText).sort()
    this.emitFile({ type: 'asset', fileName: 'third-party-licenses.txt', source: [...new Set(texts)].join('\n') })
  },
}

function packageFolder(path) {
  const folder = dirname(path)
  const file = join(folder, 'package.json')
  // Folders inside a package may have a package.json that only says how its modules are written.
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version ? folder : packageFolder(folder)
}

function licenseText(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  return `${name} ${version}: ${license}\n\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8')}`
}
