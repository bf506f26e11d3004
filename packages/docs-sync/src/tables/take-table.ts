import type { Block } from '../blocks/block.ts'
import { credentialHeader } from '../operation/credential-header.ts'
import { isCredentialHeader } from '../operation/is-credential-header.ts'
import type { FlatField } from '../operation/nest-fields.ts'
import { answerFor, type GrowingOperation } from '../operation/operation-builder.ts'
import { columnRoles } from './column-roles.ts'
import { fieldRow } from './field-row.ts'
import type { Section } from './section-of.ts'

const PLACES = ['header', 'query', 'path', 'cookie'] as const
type Table = Extract<Block, { kind: 'table' }>

/**
 * Adds what a table says to its operation: fields of the request or an answer, parameters, headers or errors, by the section the table
 * stands in and the headings of its columns.
 */
export function takeTable(
  table: Table,
  operation: GrowingOperation,
  section: Section | undefined,
  lastWords: string | undefined,
  tell: (message: string, line: number) => void,
): void {
  const errorRoles = columnRoles(table.head, true)
  if (section?.kind === 'errors' || (errorRoles.status !== undefined && errorRoles.name === undefined)) {
    takeErrors(table, operation, section, tell)
    return
  }
  const roles = columnRoles(table.head, false)
  if (roles.name === undefined) {
    tell(
      `A table with the columns ${table.head.map((cell) => `"${cell}"`).join(', ')} has none for names; it is left out.`,
      table.line,
    )
    return
  }
  const known = new Set(Object.values(roles))
  for (const [index, cell] of table.head.entries()) {
    if (!known.has(index) && cell.trim() !== '')
      tell(`The column "${cell}" is of no known kind; it is left out.`, table.line)
  }
  const kind = section?.kind === 'example' ? section.of : section?.kind
  const target =
    kind === 'response'
      ? answerFor(operation, section?.status ?? '2XX', table.line).body.fields
      : operation.request.fields
  const parent = parentOf(target, lastWords)
  let above = parent
  for (const row of table.rows) {
    const field = fieldRow(row, roles, parent, above, tell)
    if (field === undefined) continue
    const place = roles.place === undefined ? undefined : row.cells[roles.place]?.trim().toLowerCase()
    const where = PLACES.find((one) => one === place) ?? PLACES.find((one) => one === kind)
    if (where !== undefined) takeParameter(field, where, operation)
    else target.push(field)
    above = field.path
  }
}

/** The field that a heading above a table names: then the table lists its members. */
function parentOf(fields: readonly FlatField[], heading: string | undefined): readonly string[] {
  const words = new Set((heading ?? '').split(/[^\w.-]+/))
  const parent = fields.find(
    ({ path, schema }) => (schema.type === 'object' || schema.type === 'array') && words.has(path.at(-1) ?? ''),
  )
  return parent?.path ?? []
}

function takeParameter(
  field: FlatField,
  where: 'header' | 'query' | 'path' | 'cookie',
  operation: GrowingOperation,
): void {
  const name = field.path.join('.')
  const { description, ...schema } = field.schema
  const words = typeof description === 'string' ? { description } : {}
  const required = field.required === undefined ? {} : { required: field.required }
  if (where === 'header' && /^content-(?:type|length)$|^accept$|^host$/i.test(name)) return
  if (where === 'header' && isCredentialHeader(name)) {
    operation.security.push({
      ...credentialHeader(name, typeof description === 'string' ? description : undefined, field.line),
      ...words,
      ...required,
    })
  } else {
    operation.parameters.push({ name, in: where, schema, ...words, ...required, line: field.line })
  }
}

function takeErrors(
  table: Table,
  operation: GrowingOperation,
  section: Section | undefined,
  tell: (message: string, line: number) => void,
): void {
  const roles = columnRoles(table.head, true)
  for (const { cells, line } of table.rows) {
    const text = (index: number | undefined): string => (index === undefined ? '' : (cells[index] ?? '').trim())
    const codeCell = text(roles.code ?? roles.name)
    const status =
      /\b[1-5]\d\d\b/.exec(text(roles.status))?.[0] ?? (/^[1-5]\d\d$/.test(codeCell) ? codeCell : section?.status)
    const description = text(roles.description)
    const code = codeCell === status ? '' : codeCell
    if (code === '' && description === '') {
      tell('A row of a table of errors tells neither code nor description; it is left out.', line)
      continue
    }
    if (status === undefined) tell(`The page tells no status of the error "${code === '' ? description : code}".`, line)
    const answer = answerFor(operation, status ?? 'default', line)
    if (/^[1-3]/.test(answer.status)) answer.description ??= description
    else if (code === '')
      answer.description = [answer.description, description].filter((words) => words !== undefined).join(' ')
    else answer.errors.push({ code, ...(description === '' ? {} : { description }), line })
  }
}
