import { isJsonObject, type Json, type JsonSchema, type JsonSchemaObject } from '@assay/contract'
import { z } from 'zod'
import type { Way } from './draft.ts'
import { broken, kept } from './judgement.ts'
import { memberOf } from './member-of.ts'
import { narrowWhere } from './narrow-where.ts'
import { borrowing, withBody } from './replacing.ts'
import { type Bench, defineRequestRule, type RequestRuleKind, type RuleOf } from './rule-kind.ts'
import { schemaWithin } from './schema-within.ts'
import { sentAt } from './sent-at.ts'
import { withoutMembers } from './without-members.ts'

/** The parameters of a rule about how many of some members are given; its place is the object that holds them. */
export interface Members {
  readonly members: readonly string[]
}

interface Count {
  readonly atLeast?: 1
  readonly atMost?: 1
}

/** Makes a rule kind that counts which of some members are given. */
export function defineMemberCount(kind: string, { atLeast, atMost }: Count): RequestRuleKind<Members> {
  return defineRequestRule<Members>({
    kind,
    stage: 'require',
    parameters: z.strictObject({ members: z.array(z.string()).min(2) }),
    holds(request, rule) {
      const object = sentAt(request.body, rule.at)
      if (!isJsonObject(object)) return kept
      const { members } = rule.parameters
      let count = 0
      for (const member of members) if (isGiven(object, member)) count += 1
      if (atLeast !== undefined && count === 0) return broken(`None of ${members.join(', ')} is given.`)
      if (atMost === undefined || count < 2) return kept
      const given = members.filter((member) => isGiven(object, member))
      return broken(`${given.join(' and ')} are given together.`)
    },
    breaks: (valid, rule, bench) => [
      ...(atLeast === undefined
        ? []
        : [noneOf(rule.at === '' && rule.when === undefined ? valid : undefined, rule, bench)]),
      ...(atMost === undefined ? [] : together(rule, bench)),
    ],
    edges: (_valid, rule, bench) =>
      rule.parameters.members.map((member) => {
        const at = memberOf(rule.at, member)
        return { way: `${at} given`, drafts: bench.having(at, rule.when) }
      }),
    narrows(schema, rule, account) {
      if (isSaid(schemaWithin(schema, rule.at), rule.parameters.members)) return schema
      return narrowWhere(
        schema,
        rule.when,
        rule.at,
        { anyOf: branches(rule.parameters.members, { atLeast, atMost }) },
        account,
      )
    },
  })
}

function isGiven(object: { readonly [name: string]: Json }, member: string): boolean {
  return Object.hasOwn(object, member) && object[member] !== null
}

function noneOf(valid: ReturnType<Bench['having']> | undefined, rule: RuleOf<Members>, bench: Bench): Way {
  const pointers = rule.parameters.members.map((member) => memberOf(rule.at, member))
  const drafts = valid ?? bench.having(rule.at, rule.when)
  return {
    way: `none of ${pointers.join(', ')}`,
    drafts: drafts.map((draft) => withBody(draft, withoutMembers(draft.body, pointers, bench.operation))),
  }
}

function together(rule: RuleOf<Members>, bench: Bench): readonly Way[] {
  const pointers = rule.parameters.members.map((member) => memberOf(rule.at, member))
  return pointers.flatMap((one, index) =>
    pointers.slice(index + 1).map((other) => ({
      way: `${one} and ${other} together`,
      drafts: borrowing(bench.having(one, rule.when), other, bench.having(other, rule.when)),
    })),
  )
}

function branches(
  members: readonly string[],
  { atLeast, atMost }: { [Bound in keyof Count]: Count[Bound] | undefined },
): JsonSchema[] {
  const none = Object.fromEntries(members.map((member) => [member, false]))
  const one = members.map((member): JsonSchemaObject => {
    if (atMost === undefined) return { required: [member] }
    const { [member]: _itself, ...others } = none
    return { required: [member], properties: others }
  })
  return atLeast === undefined ? [...one, { properties: none }] : one
}

/** Whether the schema itself tells which members exclude each other. */
function isSaid(schema: JsonSchema | undefined, members: readonly string[]): boolean {
  if (typeof schema !== 'object') return false
  return (schema.oneOf ?? []).some(
    (branch) => typeof branch === 'object' && branch.required?.some((member) => members.includes(member)),
  )
}
