import { given, isFields } from '../../fields.ts'
import type { Answer, Call, Fields } from '../../provider.ts'
import { refuse } from '../processing-headers.ts'
import { assets } from './assets.ts'

/** What is wrong with the currency of the payer, if anything is. */
export function payerRefused({ payment_currency: payment }: Fields, { has }: Call): Answer | undefined {
  if (!given(payment)) return undefined
  if (!isFields(payment)) return refuse(422, 'The payment_currency must be an object.')
  if (Object.keys(payment).length === 0)
    return has('payer-may-be-empty') ? undefined : refuse(422, 'payment_currency must not be empty if provided.')
  const { iso, network_name: network } = payment
  if (!given(iso) && given(network))
    return refuse(422, 'payment_currency.network_name cannot be specified without payment_currency.iso.')
  if (iso === '') return refuse(422, 'payment_currency.iso must not be empty if provided.')
  if (typeof iso !== 'string') return refuse(422, 'The payment_currency.iso must be a string.')
  const asset = assets[iso]
  if (!asset) return refuse(404, 'payment_currency.iso is incorrect.')
  if (!asset.networks && !has('payer-fiat')) return refuse(422, 'payment_currency.iso must be a cryptocurrency.')
  if (network === '') return refuse(422, 'payment_currency.network_name must not be empty if provided.')
  if (given(network) && typeof network !== 'string') return refuse(422, 'The network_name must be a string.')
  if (given(network) && !asset.networks?.includes(String(network)) && !has('any-network'))
    return refuse(422, 'The combination of currency and network is not supported.')
  return undefined
}
