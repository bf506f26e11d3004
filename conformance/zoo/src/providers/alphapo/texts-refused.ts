import { bytesOf, given, isHttpsDomain, isUrl, lengthOf, mistyped } from '../../fields.ts'
import type { Answer, Call, Fields } from '../../provider.ts'
import { refuse } from '../processing-headers.ts'

/** Members that take a text. */
export const texts: readonly string[] = [
  'end_user_email',
  'end_user_reference',
  'description',
  'foreign_id',
  'url_store',
  'url_success',
  'url_failed',
]

/** What is wrong with one of the texts, if anything is. */
export function textsRefused(body: Fields, { has }: Call): Answer | undefined {
  const wrong = mistyped(body, { string: texts })
  if (wrong) return refuse(422, `The ${wrong} must be a string.`)
  if (
    given(body.end_user_email) &&
    !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(String(body.end_user_email)) &&
    !has('any-email')
  )
    return refuse(422, 'The email address is incorrect.')
  for (const name of ['description', 'foreign_id', 'end_user_reference'].filter((at) => given(body[at]))) {
    if (body[name] === '' && !has(`${name}-may-be-empty`))
      return refuse(422, `The ${name} must not be empty if provided.`)
    const most = has(`${name}-256`) ? 256 : has(`${name}-254`) ? 254 : 255
    const title = name === 'foreign_id' ? 'Foreign ID' : `The ${name}`
    if (has('ascii-texts') && /\P{ASCII}/u.test(String(body[name]))) return refuse(422, `${title} is invalid.`)
    const length = has('texts-in-bytes') ? bytesOf(body[name]) : lengthOf(body[name])
    if (length > most) return refuse(422, `${title} must be 255 characters or less.`)
  }
  for (const name of ['url_store', 'url_success', 'url_failed'].filter((at) => given(body[at]))) {
    if (lengthOf(body[name]) > 255 && !has('long-urls'))
      return refuse(422, `The ${name} must be 255 characters or less.`)
    const url = body[name]
    if (!isUrl(url) && !has(`${name}-unchecked`)) return refuse(422, `The ${name} is invalid.`)
    if (isUrl(url) && name === 'url_store' && !isHttpsDomain(url) && !has('plain-store'))
      return refuse(422, 'The url_store is invalid.')
  }
  return undefined
}
