// Builds the command and the neighbours it depends on, each after its own neighbours, with the scripts in their package.json.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Runs the `build` script of a package of the workspace and, before it, those of every neighbour it depends on. Rejects with what a failed build printed. */
export async function buildCheckout(workspace, name) {
  const packages = new Map(
    readdirSync(join(workspace, 'packages')).map((folder) => {
      const place = join(workspace, 'packages', folder)
      const manifest = readManifest(place)
      return [manifest.name, { place, manifest }]
    }),
  )
  const builds = new Map()
  const build = (wanted) => {
    const { place, manifest } = packages.get(wanted) ?? {}
    if (manifest === undefined) return Promise.resolve()
    if (!builds.has(wanted)) {
      const neighbours = Promise.all(Object.keys(manifest.dependencies ?? {}).map(build))
      builds.set(
        wanted,
        neighbours.then(() => runScript(workspace, place, manifest.scripts.build)),
      )
    }
    return builds.get(wanted)
  }
  await build(name)
}

function readManifest(place) {
  try {
    return JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  } catch (error) {
    // A folder that only groups packages has none.
    if (error.code === 'ENOENT') return {}
    throw error
  }
}

function runScript(workspace, place, script) {
  const bins = [join(place, 'node_modules/.bin'), join(workspace, 'node_modules/.bin'), process.env.PATH]
  return new Promise((resolve, reject) => {
    const child = spawn(script, { cwd: place, shell: true, env: { ...process.env, PATH: bins.join(delimiter) } })
    const printed = []
    child.stdout.on('data', (chunk) => printed.push(chunk))
    child.stderr.on('data', (chunk) => printed.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`\`${script}\` failed in ${place}:\n${Buffer.concat(printed)}`))
    })
  })
}
