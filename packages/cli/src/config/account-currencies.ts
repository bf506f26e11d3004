import { type Contract, type Currency, nearestName } from '@assay/contract'
import { UsageError } from '../usage-error.ts'
import type { CurrencyConfig } from './assay-config.ts'
import { placeText } from './config-source.ts'
import type { LoadedConfig } from './read-config.ts'

/**
 * The contract for the account that a config describes: valid requests bear the currencies it lists and no others.
 * @throws UsageError for a code that the contract does not have, unless the config says what it is.
 */
export function withAccountCurrencies(contract: Contract, loaded: LoadedConfig | undefined): Contract {
  const listed = loaded?.config.providers?.[contract.provider]?.currencies
  if (loaded === undefined || listed === undefined) return contract
  const known = contract.account.currencies
  const taken = listed.map((entry, index) => {
    const asked: CurrencyConfig = typeof entry === 'string' ? { code: entry } : entry
    const place = placeText(loaded.source, loaded.source.place(['providers', contract.provider, 'currencies', index]))
    return currencyOf(
      asked,
      known.find(({ code }) => code === asked.code),
      () => unknownCurrency(asked.code, contract, place),
    )
  })
  const codes = new Set(taken.map(({ code }) => code))
  const others = known.filter(({ code }) => !codes.has(code)).map((currency) => ({ ...currency, page: false }))
  return { ...contract, account: { ...contract.account, currencies: [...taken, ...others] } }
}

function currencyOf(asked: CurrencyConfig, known: Currency | undefined, unknown: () => UsageError): Currency {
  const type = asked.type ?? known?.type
  const decimals = asked.decimals ?? known?.decimals
  if (type === undefined || decimals === undefined) throw unknown()
  const { networks, minimum, maximum } = asked
  const safe = { minimum: minimum ?? known?.safe?.minimum ?? '100', maximum: maximum ?? known?.safe?.maximum ?? '1000' }
  return {
    ...known,
    code: asked.code,
    type,
    decimals,
    page: true,
    disabled: false,
    ...(networks === undefined
      ? {}
      : { networks: [...new Set([...(known?.networks ?? []), ...networks])], pageNetworks: networks }),
    ...(minimum === undefined && maximum === undefined && known !== undefined ? {} : { safe }),
  }
}

function unknownCurrency(code: string, { provider, account }: Contract, place: string): UsageError {
  const near = nearestName(
    code,
    account.currencies.map((currency) => currency.code),
  )
  const hint = near === undefined ? '' : `Did you mean "${near}"? `
  return new UsageError(
    `${place}: The contract of ${provider} has no currency "${code}". ${hint}Give type and decimals with the code where the account has it.`,
  )
}
