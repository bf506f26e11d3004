import { type DoctorStep, doctor, type MistakeId, mistakes } from '@assay/certify'
import type { Contract } from '@assay/contract'
import type { CertifyFlags } from './certify-flags.ts'
import type { LoadedConfig } from './config/read-config.ts'
import { prepareCertifications } from './prepare-certifications.ts'
import type { World } from './world.ts'
import { wrapText } from './wrap-text.ts'

/** What the user asked of `assay doctor`. */
export interface DoctorFlags
  extends Pick<CertifyFlags, 'baseUrl' | 'set' | 'rate' | 'timeout' | 'production' | 'config' | 'proxy'> {
  readonly json?: true
}

/** Where a step's sentence begins. */
const INDENT = ' '.repeat(24)

/** Looks at a provider, tells what is found step by step, and gives the exit code: 0 ready, 2 wrong configuration, 3 something else in the way. */
export async function examineProvider(
  asked: Contract,
  flags: DoctorFlags,
  loaded: LoadedConfig | undefined,
  world: World,
): Promise<number> {
  const prepared = await prepareCertifications([asked], { ...flags, report: [] }, loaded, world)
  const steps: DoctorStep[] = []
  try {
    for (const { contract, options, builtIn } of prepared.certifications) {
      world.note(`Looking at ${contract.provider} at ${options.baseUrl}${builtIn ? ' (built-in mock)' : ''}\n`)
      for await (const step of doctor(contract, options)) {
        steps.push(step)
        if (flags.json !== true) world.print(stepText(step, world.width))
      }
      if (flags.json === true)
        world.print(
          `${JSON.stringify({ provider: contract.provider, target: options.baseUrl, steps: steps.map(withWords) }, null, 2)}\n`,
        )
    }
  } finally {
    await prepared.close()
  }
  if (world.interrupted.aborted) return 130
  const faults = steps.filter(({ outcome }) => outcome === 'fault')
  if (faults.length === 0) return 0
  return faults.every(({ step }) => step === 'pins' || step === 'currencies') ? 2 : 3
}

function stepText(step: DoctorStep, width: number): string {
  const marks = { ok: 'ok', fault: 'FAULT', doubt: 'look', skipped: '-' } as const
  const head = `${marks[step.outcome].padEnd(7)}${step.step.padEnd(INDENT.length - 7)}`
  return [
    `${head}${wrapText(step.says, width, INDENT)}`,
    ...adviceOf(step).map((text) => INDENT + wrapText(text, width, INDENT)),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

/** What it is or may be, and what to do, a sentence or two each. */
function adviceOf({ advice, mistake, causes = [] }: DoctorStep): readonly string[] {
  const sentence = (opening: string, id: MistakeId): string => `${opening} ${mistakes[id].says}. ${mistakes[id].advice}`
  return [
    ...(mistake === undefined ? [] : [sentence('The mistake:', mistake)]),
    ...causes.map((id, index) => sentence(index === 0 ? 'It may be:' : 'Or:', id)),
    ...(advice === undefined ? [] : [advice]),
  ]
}

function withWords(step: DoctorStep): unknown {
  const told = (id: MistakeId) => ({ id, ...mistakes[id] })
  return {
    ...step,
    ...(step.mistake === undefined ? {} : { mistake: told(step.mistake) }),
    ...(step.causes === undefined ? {} : { causes: step.causes.map(told) }),
  }
}
