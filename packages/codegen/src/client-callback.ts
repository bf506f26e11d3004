import type { Callback, Contract } from '@assay/contract'
import { givenBody } from './callback-texts.ts'
import { commentText } from './comment-text.ts'
import { camelCase, pascalCase } from './naming.ts'
import type { NamedType } from './types/type-declarations.ts'
import { typeSchemaOf } from './types/type-schema-of.ts'

/** A callback as its client shows it. */
export interface ClientCallback {
  readonly callback: Callback
  readonly signing: NonNullable<Callback['signing']>
  /** The name of its definition: `paymentRequestCallback`. */
  readonly definitionName: string
  /** The name of its body's type: `PaymentRequestCallbackBody`. */
  readonly bodyName: string
  readonly bodyType: NamedType
  readonly texts: readonly string[]
}

/** The callbacks that a client can verify: those whose signature is known. */
export function clientCallbacks(contract: Contract): readonly ClientCallback[] {
  const taken = new Set<string>()
  return contract.callbacks.flatMap((callback) => {
    const { signing } = callback
    if (signing === undefined) return []
    const plain = pascalCase(callback.name)
    let name = plain
    for (let number = 2; taken.has(name); number += 1) name = `${plain}${number}`
    taken.add(name)
    const { schema, texts } = givenBody(callback.schema)
    const bodyName = `${name}CallbackBody`
    const says = `The body of the callback \`${commentText(callback.name)}\`, as far as it is known: what else came is there too.`
    const bodyType = { name: bodyName, says, schema: typeSchemaOf(schema, 'answer') }
    return [{ callback, signing, definitionName: `${camelCase(name)}Callback`, bodyName, bodyType, texts }]
  })
}
