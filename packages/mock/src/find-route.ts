import type { Contract, Operation } from '@assay/contract'

/** Finds the operation that a request is for by its method and its path with query. */
export type FindRoute = (method: string, target: string) => Route

/** The operation; or the methods that the path knows, none for an unknown path. */
export type Route =
  | { readonly operation: Operation }
  | { readonly operation?: undefined; readonly methods: readonly string[] }

/** Routes of a contract: each operation stands at the path of its server's URL, or at the base given, followed by its own. */
export function routesOf(contract: Contract, base?: string): FindRoute {
  const places = contract.operations.map((operation) => ({
    route: { operation },
    takes: pathTest((base ?? basePath(operation)) + operation.path),
  }))
  return (method, target) => {
    const query = target.indexOf('?')
    const path = query < 0 ? target : target.slice(0, query)
    const found = places.find(({ route, takes }) => route.operation.method === method && takes(path))
    if (found) return found.route
    return { methods: places.filter(({ takes }) => takes(path)).map(({ route }) => route.operation.method) }
  }
}

/** The path of an operation's server without its last slash: `/api/payments/v1`; empty where no server is documented. */
export function basePath(operation: Operation | undefined): string {
  return operation?.server === undefined
    ? ''
    : new URL(operation.server, 'http://localhost').pathname.replace(/\/$/, '')
}

/** Whether a path fits a path template (OpenAPI 3.1, Path Templating): `{id}` stands for one segment. */
function pathTest(template: string): (path: string) => boolean {
  if (!template.includes('{')) return (path) => path === template
  const literals = template.split(/\{[^}]*\}/).map((literal) => literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  const pattern = new RegExp(`^${literals.join('[^/]+')}$`)
  return (path) => pattern.test(path)
}
