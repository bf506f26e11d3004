import type { Operation } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { Arbitrary } from 'fast-check'
import { arbitraryOf } from './schema/arbitrary-of.ts'
import type { Setting } from './setting.ts'
import { settingMemory } from './setting-memory.ts'
import { validSchema } from './valid-schema.ts'

/** Drafts of which the schema of valid bodies takes each, whatever no schema can say; made once, because making the generator is most of the work. */
export const schemaDrafts: (operation: Operation, setting: Setting) => Arbitrary<Draft> = settingMemory(
  (operation, setting) => {
    const { schema, absent } = validSchema(operation, setting)
    return arbitraryOf(schema, { absent }).map((body): Draft => ({ body }))
  },
)
