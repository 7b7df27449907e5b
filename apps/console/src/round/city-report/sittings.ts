/** A version as a list of them names it. */
interface Written {
  writtenBy?: string | null | undefined
  restored?: number | null | undefined
  /** RFC 3339 */
  recordedAt: string
}

/** What the same person saved within so long is one sitting, in milliseconds. */
const SITTING = 10 * 60_000

/**
 * The last version of each sitting: a form that saves itself leaves one with every pause.
 * @param versions the latest first
 */
export function sittingsOf<Version extends Written>(versions: readonly Version[]): Version[] {
  return versions.filter((version, place) => {
    const later = versions[place - 1]
    return (
      later === undefined ||
      later.writtenBy !== version.writtenBy ||
      later.restored != null ||
      Date.parse(later.recordedAt) - Date.parse(version.recordedAt) > SITTING
    )
  })
}
