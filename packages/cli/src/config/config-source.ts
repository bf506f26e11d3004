/** Where something stands in a config file, as far as the file can tell. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A config file as it was read, not yet checked. */
export interface ConfigSource {
  /** The file as it is told to the user. */
  readonly file: string
  readonly value: unknown
  /** Where a setting stands, or its name where `name` is given; undefined where that cannot be told. */
  place(path: readonly PropertyKey[], name?: string): Place | undefined
  /** A number as it was written, so that no digit is lost. */
  numberText(path: readonly PropertyKey[]): string | undefined
}

/** `assay.config.yaml:3:5`, or the file alone. */
export function placeText({ file }: ConfigSource, place: Place | undefined): string {
  return place === undefined ? file : `${file}:${place.line}:${place.column}`
}
