import { addressOfPage, inLanguage } from "./addresses.ts"
import type { PublicationView } from "./view.ts"

/** What a page of a publication begins with: its name, of which day and version it is, and what must be known before all else. */
export function PublicationHeading({ view, title }: { view: PublicationView; title?: string }) {
  const { content, standing, versions, place, said } = view
  const { words, language } = said
  const [latest] = versions
  const superseded = standing !== null && latest !== undefined && latest.version > standing.version
  return (
    <>
      {content.simulated && <p className="notice grave">{words.simulated}</p>}
      {standing === null && <p className="notice">{words.preview}</p>}
      {superseded && (
        <p className="notice grave">
          {words.superseded}{" "}
          <a href={inLanguage(addressOfPage({ address: place.address, version: null }), language)}>
            {words.toLatest}
          </a>
        </p>
      )}
      <h1>
        <span lang="vi">{content.round.name}</span>
        {title && `: ${title}`}
      </h1>
      <p className="facts">
        <span>{words.asOf(said.day(content.asOf))}</span>
        {standing !== null && (
          <>
            <span>{words.version(standing.version)}</span>
            <span>{words.publishedOn(said.dayOfInstant(standing.publishedAt))}</span>
          </>
        )}
        {content.plans.map(({ number, issuedOn, issuer }) => (
          <span key={`${number} ${issuedOn} ${issuer}`}>{words.plan(number, said.day(issuedOn))}</span>
        ))}
        {content.report && (
          <span>{words.signedReport(content.report.number, said.day(content.report.signedOn))}</span>
        )}
      </p>
      {words.dataInVietnamese !== "" && <p className="soft">{words.dataInVietnamese}</p>}
      {standing?.note && (
        <div className="notice">
          <p>
            <strong>{words.corrects}</strong>
          </p>
          <Paragraphs text={standing.note} />
        </div>
      )}
    </>
  )
}

/** What people wrote, with its lines. */
export function Paragraphs({ text }: { text: string }) {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map((line, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name
      <p key={place} lang="vi">
        {line}
      </p>
    ))
}
