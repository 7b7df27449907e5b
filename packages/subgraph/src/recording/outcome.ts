/** Why a recording was refused, for people and for programs. */
export interface Refusal {
  /** Stable code, e.g. "VERSION_STALE". */
  reason: string
  /** The input at fault, e.g. "countryCode". */
  field: string
  /** In Vietnamese: names the input and what would be right. */
  message: string
}

/** What came of a recording: the row as it now stands, or every reason against it; never both. */
export type Outcome<T> = { recorded: T } | { refusals: readonly Refusal[] }

/** Ends the transaction of a recording and undoes all of it. */
export class Refused extends Error {
  override readonly name = "Refused"

  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ reason, field }) => `${field}: ${reason}`).join("; "))
  }
}
