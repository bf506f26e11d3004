/** How values are made from a schema. */
export interface SchemaOptions {
  /** `plain` (default): letters, digits, single spaces inside and simple punctuation; `any`: every Unicode character as well. */
  readonly strings?: 'plain' | 'any'
  /** Whether objects also get members that the schema allows and does not name (default false). */
  readonly additionalMembers?: boolean
  /** Instance pointers of optional members that are never made; where the schema requires the member, it stays. */
  readonly absent?: ReadonlySet<string>
  /** Instance pointers of optional members that are always made, wherever the object around them is and the schema allows it. */
  readonly always?: ReadonlySet<string>
}
