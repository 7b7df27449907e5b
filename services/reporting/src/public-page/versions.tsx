import type { StandingVersion } from "../publication/find-publications.ts"
import { addressOfPage, inLanguage } from "./addresses.ts"
import type { PublicationView } from "./view.ts"

/** Every version that was published, each at its permanent address, and the hash of the one that is shown. */
export function Versions({ view, standing }: { view: PublicationView; standing: StandingVersion }) {
  const { words } = view.said
  return (
    <section id="phien-ban" aria-labelledby="phien-ban-ten">
      <h2 id="phien-ban-ten">{words.versions}</h2>
      <VersionList {...view} shown={standing.version} />
      <p className="soft">
        {words.hash}: <code>{standing.sha256}</code>
      </p>
    </section>
  )
}

type VersionListProps = Pick<PublicationView, "versions" | "said"> & {
  /** The version that is shown on the page. */
  shown: number | null
}

export function VersionList({ versions, said, shown }: VersionListProps) {
  const { words, language, dayOfInstant } = said
  return (
    <ol className="versions" reversed>
      {versions.map(({ address, version, note, publishedAt, withdrawal }) => (
        <li key={version}>
          <a
            href={inLanguage(addressOfPage({ address, version }), language)}
            aria-current={version === shown ? "page" : undefined}
          >
            {words.version(version)}
          </a>{" "}
          · {words.publishedOn(dayOfInstant(publishedAt))}
          {withdrawal !== null && ` · ${words.withdrawnMark}`}
          <span className="note" lang={note === null ? undefined : "vi"}>
            {note ?? words.firstVersion}
          </span>
        </li>
      ))}
    </ol>
  )
}
