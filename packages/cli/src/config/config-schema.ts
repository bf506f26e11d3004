import { z } from 'zod'
import type { AssayConfig } from './assay-config.ts'

const says = (error: string) => ({ error })
const text = (error: string) => z.string(says(error)).min(1, says(error))

const webAddress = (error: string) =>
  text(error).refine((url) => {
    if (!URL.canParse(url)) return false
    const { protocol, username, password } = new URL(url)
    return /^https?:$/.test(protocol) && username === '' && password === ''
  }, says(error))

const rate = 'takes requests a second, such as 5 or "5/s"'

const runSettings = {
  seed: z
    .int(says('takes a whole number'))
    .exactOptional()
    .meta({ description: 'The same seed plans the same cases.' }),
  level: z
    .enum(['quick', 'standard', 'thorough'], says('takes quick, standard or thorough'))
    .exactOptional()
    .meta({ description: 'How much is sent.' }),
  budget: z
    .int(says('takes a whole number from 1 up'))
    .min(1, says('takes a whole number from 1 up'))
    .exactOptional()
    .meta({ description: 'Most requests sent.' }),
  rate: z
    .union(
      [z.number().positive(says(rate)), z.string().regex(/^(?=.*[1-9])\d+(\.\d+)?(\/s)?$/, says(rate))],
      says(rate),
    )
    .exactOptional()
    .meta({ description: 'Most requests a second.' }),
  timeout: z
    .number(says('takes seconds, such as 5 or 0.5'))
    .positive(says('takes seconds, such as 5 or 0.5'))
    .max(86_400, says('takes seconds, such as 5 or 0.5'))
    .exactOptional()
    .meta({ description: 'Seconds until an unfinished answer counts as none.' }),
  expectedFailures: z
    .union([z.string().min(1), z.array(z.string().min(1))], says('takes a file, or a list of rule ids'))
    .exactOptional()
    .meta({ description: 'Rules whose failure is known: a file with one id a line, or a list of ids.' }),
}

const currency = z.union(
  [
    text('takes a currency code'),
    z.strictObject({
      code: z.string().min(1),
      networks: z.array(z.string().min(1)).min(1).exactOptional(),
      type: z.enum(['fiat', 'crypto']).exactOptional(),
      decimals: z.int().min(0).max(36).exactOptional(),
      minimum: z
        .string()
        .regex(/^\d+(\.\d+)?$/)
        .exactOptional(),
      maximum: z
        .string()
        .regex(/^\d+(\.\d+)?$/)
        .exactOptional(),
    }),
  ],
  says(
    'takes a currency code, or an object with code and, where needed, networks, type, decimals, minimum and maximum (decimal strings)',
  ),
)

const provider = z.strictObject(
  {
    ...runSettings,
    baseUrl: webAddress('takes an absolute http or https URL without user and password')
      .exactOptional()
      .meta({ description: 'Where the provider answers; the paths of its operations are appended.' }),
    pins: z
      .record(
        z.string().regex(/^(\/([^~/]|~[01])*)+$/, says('takes JSON Pointers, such as /amount, to values')),
        z.unknown(),
        says('takes JSON Pointers, such as /amount, to values'),
      )
      .exactOptional()
      .meta({ description: 'Members that valid requests must have because only the account knows them.' }),
    currencies: z
      .array(currency, says('takes a list of currency codes'))
      .min(1, says('takes a list of currency codes'))
      .exactOptional()
      .meta({ description: 'The currencies that the account takes.' }),
  },
  says('takes the settings of a provider'),
)

/** What may stand in a config file. Its messages go on where a sentence has named the setting. */
export const configSchema: z.ZodType<AssayConfig> = z
  .strictObject(
    {
      $schema: z.string().exactOptional(),
      ...runSettings,
      report: z
        .array(
          text('takes a list such as [terminal, json=report.json]'),
          says('takes a list such as [terminal, json=report.json]'),
        )
        .exactOptional()
        .meta({ description: 'Reports as --report takes them: FORMAT or FORMAT=FILE.' }),
      proxy: webAddress('takes the http or https URL of a proxy without user and password')
        .exactOptional()
        .meta({ description: 'The HTTP proxy that every request goes through.' }),
      providers: z
        .record(z.string(), provider, says('takes provider ids to settings'))
        .exactOptional()
        .meta({ description: 'What counts for one provider only, by its id.' }),
    },
    says('takes settings by name'),
  )
  .meta({ title: 'assay.config', description: 'Settings of assay. Credentials come from the environment alone.' })
