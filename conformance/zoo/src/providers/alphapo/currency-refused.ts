import { given, isFields } from '../../fields.ts'
import type { Answer, Call, Fields } from '../../provider.ts'
import { refuse } from '../processing-headers.ts'
import { assets } from './assets.ts'

/** What is wrong with the currency, if anything is. */
export function currencyRefused(body: Fields, { has }: Call): Answer | undefined {
  const { currency } = body
  if (given(currency) && !isFields(currency)) return refuse(422, 'The currency must be an object.')
  if (!isFields(currency) || !given(currency.iso)) return refuse(422, 'The iso is a mandatory field.')
  const { iso, network_name: network } = currency
  if (typeof iso !== 'string') return refuse(422, 'The iso must be a string.')
  const asset = assets[iso]
  if (!asset) return refuse(has('iso-unknown-422') ? 422 : 404, 'The currency.iso is incorrect.')
  if (has('usdc-disabled') && iso === 'USDC') return refuse(422, 'The currency.iso is disabled.')
  if (has('usdc-lost') && iso === 'USDC' && given(body.description))
    return refuse(404, 'The currency.iso is incorrect.')
  if (given(network) && typeof network !== 'string') return refuse(422, 'The network_name must be a string.')
  if (!asset.networks) {
    if (!given(network) || !has('fiat-network-refused')) return undefined
    return refuse(422, 'The combination of currency and network is not supported.')
  }
  if (!given(network)) {
    if (has('network-optional')) return undefined
    return refuse(422, 'The currency.network_name field is mandatory for crypto currencies.')
  }
  if (asset.networks.includes(String(network)) || has('any-network')) return undefined
  return refuse(422, 'The combination of currency and network is not supported.')
}
