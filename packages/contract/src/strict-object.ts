import { z } from 'zod'

/** An object that takes the members given and, as OpenAPI and its overlays allow everywhere, extensions whose names begin with `x-`. */
export function strictObject<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$loose> {
  return z.looseObject(shape).check((context) => {
    const unknown = Object.keys(context.value).filter((name) => !Object.hasOwn(shape, name) && !name.startsWith('x-'))
    if (unknown.length > 0) {
      context.issues.push({
        code: 'unrecognized_keys',
        keys: unknown,
        input: context.value,
        message: `"${unknown[0]}" is unknown here`,
      })
    }
  })
}
