import { readSigningProfile, type SigningProfile, SigningProfileError } from '@assay/signing'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { originAt } from './origins.ts'
import { plainValue } from './plain-value.ts'
import { type Reading, reportAt } from './reading.ts'

/**
 * How requests of an operation are signed: by its own `x-signing`, else the document's, else, where neither is declared, by the key that its
 * security requirement sends in a header.
 */
export function signingOf(root: JsonObject, operation: JsonObject, reading: Reading): SigningProfile | undefined {
  const holder = [operation, root].find((object) => Object.hasOwn(object, 'x-signing'))
  if (holder === undefined) return staticKey(root, operation)
  try {
    return readSigningProfile(plainValue(holder['x-signing'] as Json))
  } catch (error) {
    if (!(error instanceof SigningProfileError)) throw error
    reportAt(reading, originAt(holder, `/x-signing${error.at}`, reading.origins), error.message)
    return undefined
  }
}

/** A key in a header (`apiKey`) or a bearer token, by the first security requirement that needs nothing else. */
function staticKey(root: JsonObject, operation: JsonObject): SigningProfile | undefined {
  const requirements = [operation.security ?? root.security].flat().filter(isJsonObject)
  const components = isJsonObject(root.components) ? root.components : {}
  const schemes = isJsonObject(components.securitySchemes) ? components.securitySchemes : {}
  for (const requirement of requirements) {
    const [name, ...others] = Object.keys(requirement)
    const scheme = name !== undefined && Object.hasOwn(schemes, name) ? schemes[name] : undefined
    if (others.length > 0 || !isJsonObject(scheme)) continue
    const header = headerOf(scheme)
    if (header !== undefined) return header
  }
  return undefined
}

function headerOf(scheme: JsonObject): SigningProfile | undefined {
  if (scheme.type === 'apiKey' && scheme.in === 'header' && typeof scheme.name === 'string') {
    return profile(scheme.name, '{key}')
  }
  if (scheme.type === 'http' && typeof scheme.scheme === 'string' && scheme.scheme.toLowerCase() === 'bearer') {
    return profile('Authorization', 'Bearer {key}')
  }
  return undefined
}

/** A header name that is no token (RFC 9110) cannot be sent: then no key is. */
function profile(name: string, template: string): SigningProfile | undefined {
  try {
    return readSigningProfile({ headers: [{ name, template }] })
  } catch (error) {
    if (error instanceof SigningProfileError) return undefined
    throw error
  }
}
