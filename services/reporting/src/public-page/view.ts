import type { StandingVersion } from "../publication/find-publications.ts"
import type { PublishedContent } from "../publication/published-content.ts"
import type { Place } from "./addresses.ts"
import type { Speech } from "./words.ts"

/** What a page of a publication is made of. */
export interface PublicationView {
  content: PublishedContent
  /** The version that is shown; null: it is a preview. */
  standing: StandingVersion | null
  /** All versions at the address, the last first. */
  versions: readonly StandingVersion[]
  /** As it was asked for: pages that are linked to are of the same version, or of the last one likewise. */
  place: Place
  said: Speech
}
