import type { DocumentOperation } from './operations-of.ts'
import { noteChange, type Scene, type Where } from './scene.ts'

/** Notes how the addresses of an operation and the ways to authenticate differ. */
export function compareAccess(before: DocumentOperation, after: DocumentOperation, scene: Scene): void {
  compareServers(before, after, scene)
  compareAuth(before, after, scene)
}

function compareServers(before: DocumentOperation, after: DocumentOperation, scene: Scene): void {
  const where: Where = { place: 'operation', at: '', part: after.key }
  const gone = before.servers.filter(({ value }) => !after.servers.some((server) => server.value === value))
  const fresh = after.servers.filter(({ value }) => !before.servers.some((server) => server.value === value))
  const holder = { before: before.node.pointer, after: after.node.pointer }
  while (gone.length > 0 && fresh.length > 0) {
    const [was, is] = [gone.shift(), fresh.shift()]
    if (was === undefined || is === undefined) break
    const path =
      pathOf(was.value) === pathOf(is.value)
        ? ''
        : `; the path before ${after.path}, which a signature may cover, was ${pathOf(was.value)} and is ${pathOf(is.value)}`
    noteChange(scene, where, {
      subject: 'server',
      action: 'changed',
      level: 'breaking',
      says: `${after.key}: the server was ${was.value} and is ${is.value}${path}.`,
      pointer: { before: was.pointer, after: is.pointer },
      before: was.value,
      after: is.value,
    })
  }
  for (const { value, pointer } of gone)
    noteChange(scene, where, {
      subject: 'server',
      action: 'removed',
      level: 'breaking',
      says: `${after.key}: the server ${value} is gone.`,
      pointer: { ...holder, before: pointer },
      before: value,
    })
  for (const { value, pointer } of fresh)
    noteChange(scene, where, {
      subject: 'server',
      action: 'added',
      level: 'additive',
      says: `${after.key}: the server ${value} is new.`,
      pointer: { ...holder, after: pointer },
      after: value,
    })
}

/** The path of an address, or the address itself where it is none: it may hold variables, or be relative. */
function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : address
}

function compareAuth(before: DocumentOperation, after: DocumentOperation, scene: Scene): void {
  const [was, is] = [before.auth.value, after.auth.value]
  const gone = was.filter((way) => !is.includes(way))
  const fresh = is.filter((way) => !was.includes(way))
  if (gone.length === 0 && fresh.length === 0) return
  const name = (ways: readonly string[]) => ways.join(', or ') || 'none'
  noteChange(
    scene,
    { place: 'operation', at: '', part: after.key },
    {
      subject: 'auth',
      action: was.length === 0 ? 'added' : is.length === 0 ? 'removed' : 'changed',
      // One more way to authenticate leaves the others as they are.
      level: gone.length === 0 && was.length > 0 ? 'additive' : 'breaking',
      says: `${after.key}: authentication was by ${name(was)} and is by ${name(is)}.`,
      pointer: { before: before.auth.pointer, after: after.auth.pointer },
      before: was,
      after: is,
    },
  )
}
