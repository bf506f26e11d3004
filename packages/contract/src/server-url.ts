import { isJsonObject, type Json } from './json.ts'

/**
 * The absolute URL of the first server of the first list that is given: the operation's, the path's, the document's. Variables get their
 * defaults; a relative URL names no server.
 */
export function serverUrl(...lists: readonly (Json | undefined)[]): string | undefined {
  const servers = lists.find((list) => Array.isArray(list) && list.length > 0)
  const [server] = Array.isArray(servers) ? servers : []
  if (!isJsonObject(server) || typeof server.url !== 'string') return undefined
  const variables = isJsonObject(server.variables) ? server.variables : {}
  const url = server.url.replace(/\{([^{}]*)\}/g, (hole, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined
    return isJsonObject(variable) && typeof variable.default === 'string' ? variable.default : hole
  })
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url.replace(/\/+$/, '') : undefined
}
