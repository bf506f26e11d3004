import type { Report } from '@assay/certify'
import type { ReportFormat } from './reporter.ts'
import { hostile } from './sample/hostile.ts'
import { runsOf } from './sample/runs-of.ts'
import { samples } from './sample/samples.ts'
import { written } from './sample/written.ts'

/** One law, for a test runner of any kind: `test(law.title, law.check)`. */
export interface Law {
  readonly title: string
  /** @throws Error that says what was found where the law does not hold */
  check(): Promise<void>
}

/**
 * What must be true of every reporter: it takes any run, from none to several, says the same of the same events, changes nothing, and keeps text text.
 * @param valid throws where a text is not of the format; `runs` tells how many reports are in it
 */
export function reporterLaws(
  format: ReportFormat,
  valid: (text: string, runs: readonly Report[]) => void | Promise<void>,
): readonly Law[] {
  const law = (title: string, check: () => void | Promise<void>): Law => ({
    title: `${format.name}: ${title}`,
    check: async () => check(),
  })
  const holds = async (reports: readonly Report[]): Promise<void> => valid(written(format, runsOf(reports)), reports)
  return [
    ...(format.alone ? [] : [law('no run at all is bearable', () => holds([]))]),
    ...Object.entries(samples()).map(([name, report]) => law(`${name} is valid`, () => holds([report]))),
    ...(format.alone ? [] : [law('several providers are valid', () => holds(Object.values(samples())))]),
    law('the same events give the same bytes', () => {
      const events = runsOf([samples()['a run with findings']])
      const [one, other] = [written(format, events), written(format, structuredClone(events))]
      if (one !== other) throw new Error('Two reporters wrote different texts of the same events.')
    }),
    law('no event is changed', () => {
      written(format, frozen(runsOf(Object.values(samples()).slice(0, format.alone ? 1 : undefined))))
    }),
    law('colours are used only where they may be', () => {
      const text = written(format, runsOf([samples()['a run with findings']]))
      if (text.includes('\u001b')) throw new Error('There is an escape sequence in what no terminal reads.')
    }),
    law('what a provider says stays text', async () => {
      const report = samples()['a run with findings']
      const worst = hostile(report)
      const text = written(format, runsOf([worst]))
      if (['\u0000', '\u0007', '\u001b'].some((control) => text.includes(control)))
        throw new Error('A control character is in the report.')
      await valid(text, [worst])
    }),
    law('nothing is written after the end', () => {
      let ended = false
      let late = false
      const reporter = format.reporter({ write: () => (late ||= ended) })
      for (const event of runsOf([samples()['a run that conforms']])) reporter.on(event)
      reporter.end()
      ended = true
      if (late) throw new Error('The reporter wrote after its end.')
    }),
  ]
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const member of Object.values(value)) frozen(member)
  return Object.freeze(value)
}
