/** Headers as servers have them: the platform's `Headers`, or an object such as Node's `request.headers`, in any case. */
export type CallbackHeaders = Pick<Headers, 'get'> | { readonly [name: string]: string | readonly string[] | undefined }

/** Looks headers up without regard to case (RFC 9110, section 5.1); one that came several times is joined, as section 5.3 has it. */
export function headerLookup(headers: CallbackHeaders): Pick<Headers, 'get'> {
  if (isLookup(headers)) return headers
  return {
    get: (name) => {
      const values = Object.entries(headers).flatMap(([other, value]) =>
        other.toLowerCase() === name.toLowerCase() && value !== undefined ? value : [],
      )
      return values.length === 0 ? null : values.join(', ')
    },
  }
}

function isLookup(headers: CallbackHeaders): headers is Pick<Headers, 'get'> {
  return typeof headers.get === 'function'
}
