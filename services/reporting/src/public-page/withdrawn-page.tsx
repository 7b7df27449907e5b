import type { PublicationWithdrawal } from "../publication/publication.ts"
import { Paragraphs } from "./publication-heading.tsx"
import { VersionList } from "./versions.tsx"
import type { PublicationView } from "./view.ts"

type WithdrawnPageProps = Pick<PublicationView, "versions" | "said"> & {
  version: number
  withdrawal: PublicationWithdrawal
}

/** In the place of what was taken back: that it was, when and why, and what else was published of the round. */
export function WithdrawnPage({ versions, said, version, withdrawal }: WithdrawnPageProps) {
  const { words, dayOfInstant } = said
  return (
    <>
      <h1>{words.withdrawn}</h1>
      <p className="facts">
        <span>{words.version(version)}</span>
        <span>{words.withdrawnOn(dayOfInstant(withdrawal.withdrawnAt))}</span>
      </p>
      <div className="notice grave">
        <p>
          <strong>{words.withdrawnReason}</strong>
        </p>
        <Paragraphs text={withdrawal.reason} />
      </div>
      <h2>{words.versions}</h2>
      <VersionList versions={versions} said={said} shown={version} />
    </>
  )
}
