/** What the columns of a table hold: the index of each role that one plays. */
export interface ColumnRoles {
  readonly name?: number
  readonly type?: number
  readonly required?: number
  readonly description?: number
  readonly default?: number
  readonly example?: number
  readonly values?: number
  readonly status?: number
  readonly code?: number
  readonly place?: number
}

/** The headings that name a role, in the order in which roles are given. */
const ROLES: readonly (readonly [keyof ColumnRoles, RegExp])[] = [
  ['status', /^(?:http|status)(?:[ -](?:status|code))*$|^http status code$/],
  ['code', /^(?:error )?(?:code|error|key|type)$|^error (?:name|type|id)$/],
  [
    'name',
    /^(?:request |response |body |query |path |header )?(?:parameter|param|field|name|key|property|attribute|argument|header|member|element|variable)s?(?: name)?$/,
  ],
  ['type', /^(?:data |value )?(?:type|format|schema)$/],
  ['required', /^(?:is )?(?:required|mandatory|presence|req|obligatory|m\/o|necessity)\??$/],
  ['place', /^(?:in|location|where|place)$/],
  ['default', /^default(?: value)?$/],
  ['example', /^(?:example|sample)s?(?: value)?$/],
  ['values', /^(?:enum|(?:possible|allowed|available|accepted|valid) (?:values|options)|options|values)$/],
  [
    'description',
    /^(?:description|details?|comments?|notes?|meaning|explanation|definition|info(?:rmation)?|message|reason|purpose|cause|remarks?)$/,
  ],
]

/** Which column plays which role, by its heading. In a table of errors "code" is the error's, in another one it is a name. */
export function columnRoles(head: readonly string[], isErrors: boolean): ColumnRoles {
  const roles: { -readonly [Role in keyof ColumnRoles]: number } = {}
  for (const [index, cell] of head.entries()) {
    const words = cell.trim().toLowerCase().replaceAll(/\s+/g, ' ')
    const role = ROLES.find(
      ([name, pattern]) =>
        roles[name] === undefined && pattern.test(words) && (isErrors || (name !== 'code' && name !== 'status')),
    )
    if (role !== undefined) roles[role[0]] = index
  }
  return roles
}
