/** A version as a list of them names it. */
interface Written {
  body: string
  writtenBy?: string | null | undefined
  restored?: number | null | undefined
  /** RFC 3339 */
  recordedAt: string
}

/** What the same person saved within so long is one sitting, in milliseconds. */
const SITTING = 10 * 60_000

/** Who takes out more characters than that may want them back. */
const LOST = 40

/**
 * The last version of each sitting, and those out of which much was taken in it: a form that saves itself leaves one with
 * every pause.
 * @param versions the latest first
 */
export function sittingsOf<Version extends Written>(versions: readonly Version[]): Version[] {
  return versions.filter((version, place) => {
    const later = versions[place - 1]
    return (
      later === undefined ||
      later.writtenBy !== version.writtenBy ||
      later.restored != null ||
      version.body.length - later.body.length > LOST ||
      Date.parse(later.recordedAt) - Date.parse(version.recordedAt) > SITTING
    )
  })
}
