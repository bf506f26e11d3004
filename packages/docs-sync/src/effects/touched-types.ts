import type { ClientOperation } from '@assay/codegen'
import { parsePointer } from '@assay/contract'
import type { Change } from '../drift/change.ts'
import { partOf } from './place-forms.ts'

/** The names of the generated client's types and members that a change touches: `CreatePaymentRequestBody.amount`. Words touch none. */
export function touchedTypes(change: Change, { name, typeName, operation }: ClientOperation): readonly string[] {
  const { subject, place } = change
  if (subject === 'prose' || subject === 'example') return []
  if (subject === 'operation') return [name]
  const part = partOf(change)
  if (part === undefined) return []
  if (part.side === 'access') {
    const [where = '', parameter = ''] = place.slice(place.lastIndexOf(' ') + 1).split('/')
    const known = operation.parameters.some(
      (one) => one.in === where && one.name.toLowerCase() === parameter.toLowerCase(),
    )
    return known ? [`${typeName}Parameters.${where}.${parameter}`] : []
  }
  if (part.error !== undefined) return [`${typeName}ErrorName`]
  const body = part.side === 'request' ? 'Body' : /^2/.test(part.status ?? '') ? 'Answer' : 'ErrorBody'
  return [`${typeName}${body}${memberPath(change.at ?? '')}`]
}

function memberPath(pointer: string): string {
  const names = parsePointer(pointer).map((name) =>
    name === '0' ? '[]' : /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `['${name}']`,
  )
  return names.join('')
}
