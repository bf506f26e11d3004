import type { UpdatePlan } from '../update/plan-update.ts'

/** What an update brings along or leaves to a person, a sentence each, under a heading. */
export function decisions({
  carried,
  orphans,
  doubtful,
  needless,
}: UpdatePlan): readonly { readonly heading: string; readonly lines: readonly string[] }[] {
  const target = (defect: string | undefined, action: number) =>
    `action ${action}${defect === undefined ? '' : ` (${defect})`}`
  return [
    {
      heading: 'Orphaned: lead to what the page no longer has',
      lines: [
        ...orphans.map(({ file, line, name, reason }) => `${file}:${line} ${name}: ${reason}`),
        ...doubtful.map(
          ({ file, line, action, defect, reason }) => `${file}:${line} ${target(defect, action)}: ${reason}`,
        ),
      ],
    },
    {
      heading: 'Needless: the page has it right now',
      lines: needless.map(
        ({ file, line, action, defect, reason }) => `${file}:${line} ${target(defect, action)}: ${reason}`,
      ),
    },
    {
      heading: 'Renamed in the overlay as well',
      lines: carried.map(({ file, line, before, after }) => `${file}:${line} ${before} → ${after}`),
    },
  ].filter(({ lines }) => lines.length > 0)
}
