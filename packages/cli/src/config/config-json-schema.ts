import { z } from 'zod'
import { configSchema } from './config-schema.ts'

/** The JSON Schema (2020-12) of a config file, as text: what the package ships as `config.schema.json`. */
export function configJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(configSchema), null, 2)}\n`
}
