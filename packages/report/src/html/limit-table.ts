import type { Report } from '@assay/certify'
import { fieldOf } from '../field-of.ts'
import { limitOf } from './documented-limit.ts'
import { type Markup, markup } from './markup.ts'
import { anchorOf } from './text-of.ts'
import { sign, standingOf } from './verdict.ts'

/** What is measured beside what is documented. */
export function limitTable({ provider, rules }: Report): Markup {
  const limits = rules.map(limitOf).filter((limit) => limit !== undefined)
  if (limits.length === 0) return markup`<p class="quiet">The contract has no limit of length, amount or time.</p>`
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Limits of ${provider}"><table><thead><tr><th scope="col">Limit</th><th scope="col">Rule</th><th scope="col">Documented</th><th scope="col">Measured</th></tr></thead><tbody>${limits.map(
    ({ rule, direction, documented, measured }) =>
      markup`<tr data-filter="${standingOf(rule)}"><th scope="row">${fieldOf(rule)}, ${direction}</th><td>${sign(standingOf(rule))} <a href="#${anchorOf(provider, rule.id)}">${rule.id}</a></td><td>${documented ?? markup`<span class="quiet">no page tells</span>`}</td><td>${
        documented === undefined && measured !== undefined
          ? markup`<mark>${measured}</mark>`
          : (measured ?? markup`<span class="quiet">–</span>`)
      }</td></tr>`,
  )}</tbody></table></div>`
}
