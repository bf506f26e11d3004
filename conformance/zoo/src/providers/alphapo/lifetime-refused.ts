import { given, mistyped } from '../../fields.ts'
import type { Answer, Call, Fields } from '../../provider.ts'
import { refuse } from '../processing-headers.ts'
import { limitText } from './limit-text.ts'

/** What is wrong with the lifetime, if anything is. */
export function lifetimeRefused(body: Fields, { has, now }: Call): Answer | undefined {
  const [duration, instant] = [body.life_time_duration, body.life_time_datetime]
  const wrong = mistyped(body, { integer: ['life_time_duration', 'life_time_datetime'] })
  if (wrong) return refuse(422, `The ${wrong} must be an integer.`)
  if (!given(duration) && !given(instant) && !has('lifetime-optional'))
    return refuse(422, 'It is obligatory - to fill in life_time_date_time or life_time_duration.')
  if (given(duration) && given(instant) && !has('both-lifetimes'))
    return refuse(422, 'Only one of fields life_time_date_time and life_time_duration should be field.')
  const span = given(duration) ? Number(duration) : given(instant) ? Number(instant) - now : 3600
  const [shortest, longest] = has('minutes-only') ? [2, 20] : has('days-only') ? [5 * 1440, 90 * 1440] : [5, 30 * 1440]
  if (span < (has('short-lifetime') ? 200 : shortest * 60))
    return refuse(422, limitText(`The lifespan must be longer than or equal to ${shortest} minutes.`, has))
  if (span > longest * 60 && !has('long-lifetime'))
    return refuse(422, limitText(`The lifespan must be shorter than or equal ${longest} minutes.`, has))
  return undefined
}
