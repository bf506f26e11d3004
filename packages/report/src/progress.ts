import type { CertifyEvent, Phase } from '@assay/certify'
import { fitted } from './fitted.ts'
import type { Reporter } from './reporter.ts'

/** Where progress is shown: stderr. */
export interface ProgressOutput {
  write(text: string): void
  /** Whether the last line may be drawn again: a terminal that a person looks at. Absent: plain lines. */
  readonly live?: boolean
  /** Characters a line; absent: as many as there are. */
  readonly width?: number
  /** How many providers will be certified; absent: one. */
  readonly providers?: number
  /** Unix time in milliseconds. */
  now(): number
}

/** A terminal is drawn again after so many milliseconds at the earliest; without one a long phase says something after so many. */
const REDRAW_MS = 80
const PLAIN_MS = 10_000
/** Without a terminal a phase has a line of its own if it took so many milliseconds; of all phases the summary at the end tells. */
const LONG_MS = 1000

const BAR_WIDTH = 16

/** Goes to the start of the line and clears it (ECMA-48). */
const CLEAR = '\r\u001b[2K'

/** What is known of the run that is under way. */
interface Under {
  readonly provider: string
  /** Of the first case: what the doctor takes tells nothing of the rate. */
  begun: number
  /** Cases planned; those that are measured later come on top. */
  planned: number
  done: number
  requests: number
  broken: number
  findings: number
  phase?: {
    readonly name: Phase
    readonly cases: number
    done: number
    broken: number
    requests: number
    begun: number
  }
}

/**
 * Shows how far runs have come: by phase and provider, with counts, rate, and the time that is left. On a terminal that is one line, drawn again and gone
 * at the end; elsewhere a line a phase that took a second, and one now and then in a long one.
 */
export function progress(output: ProgressOutput): Reporter {
  const { write, live = false, width, providers = 1, now } = output
  let under: Under | undefined
  let number = 0
  let drawn = 0
  let dirty = false

  const draw = (at: number): void => {
    if (under === undefined) return
    drawn = at
    dirty = true
    write(`${CLEAR}${fitted(liveLine(under, at, number, providers), width === undefined ? undefined : width - 1)}`)
  }
  const clear = (): void => {
    if (dirty) write(CLEAR)
    dirty = false
  }
  const endPhase = (at: number): void => {
    if (under?.phase === undefined || live || at - under.phase.begun < LONG_MS) return
    write(`${phaseLine(under, under.phase, at)}\n`)
  }

  const listen = (event: CertifyEvent): void => {
    const at = now()
    if (event.type === 'started') {
      const { provider, cases } = event
      under = { provider, begun: at, planned: cases, done: 0, requests: 0, broken: 0, findings: 0 }
      number += 1
      if (!live) write(`${provider}: ${cases} cases planned\n`)
    }
    if (under === undefined) return
    if (event.type === 'doctor-finished') {
      under.begun = at
      if (!live) write(`${under.provider}: ${fitted(event.says, width, under.provider.length + 2)}\n`)
    }
    if (event.type === 'phase-started') {
      endPhase(at)
      under.planned = Math.max(under.planned, under.done + event.cases)
      under.phase = { name: event.phase, cases: event.cases, done: 0, broken: 0, requests: 0, begun: at }
      drawn = live ? 0 : at
    }
    if (event.type === 'finding') {
      under.findings += 1
      if (!live) write(`${fitted(`${under.provider}: finding of ${event.rule}: ${event.finding.says}`, width)}\n`)
    }
    if (event.type === 'case-finished') {
      const broken = event.outcome === 'broken' ? 1 : 0
      under.done += 1
      under.broken += broken
      under.requests += event.exchanges.length
      if (under.phase !== undefined) {
        under.phase.done += 1
        under.phase.broken += broken
        under.phase.requests += event.exchanges.length
      }
      if (!live && at - drawn >= PLAIN_MS) {
        drawn = at
        write(`${fitted(plainLine(under, at), width)}\n`)
      }
    }
    if (event.type === 'finished') {
      endPhase(at)
      under = undefined
      clear()
    } else if (live && at - drawn >= REDRAW_MS) draw(at)
  }
  return { on: listen, end: clear }
}

function liveLine(under: Under, at: number, number: number, providers: number): string {
  const { provider, phase, done, planned, findings } = under
  const share = planned === 0 ? 0 : Math.min(1, done / planned)
  const filled = Math.round(share * BAR_WIDTH)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`
  const place = providers > 1 ? `${provider} ${number}/${providers}` : provider
  const inPhase = phase === undefined ? 'doctor' : `${phase.name} ${phase.done}/${phase.cases}`
  const found = findings > 0 ? ` · ${findings} ${findings === 1 ? 'finding' : 'findings'}` : ''
  return `${place}  ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${inPhase}${found} · ${rateText(under.requests, at - under.begun)}${leftText(under, at)}`
}

function phaseLine({ provider }: Under, phase: NonNullable<Under['phase']>, at: number): string {
  const { name, done, cases, broken, requests, begun } = phase
  const counts = `${done}/${cases} cases, ${broken} broken`
  return `${provider}: ${name.padEnd(13)} ${counts}, ${rateText(requests, at - begun)}`
}

function plainLine(under: Under, at: number): string {
  const { provider, done, planned, phase } = under
  const inPhase = phase === undefined ? '' : ` (${phase.name} ${phase.done}/${phase.cases})`
  return `${provider}: ${done}/${planned} cases${inPhase}, ${rateText(under.requests, at - under.begun)}${leftText(under, at)}`
}

function rateText(requests: number, milliseconds: number): string {
  if (milliseconds < 1) return `${requests} requests`
  const rate = (requests * 1000) / milliseconds
  return `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} requests/s`
}

/** The time that the planned cases will still take at the rate so far; nothing while that is a guess. */
function leftText({ done, planned, begun }: Under, at: number): string {
  const elapsed = at - begun
  if (done < 5 || elapsed < 500 || done >= planned) return ''
  const seconds = Math.ceil(((planned - done) * elapsed) / done / 1000)
  return ` · ${seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`} left`
}
