import type { CalendarDate } from "@plan43/calendar"
import type { PublishedRoundRow } from "../publication/find-publications.ts"
import { addressOfPage, inLanguage } from "./addresses.ts"
import type { Speech } from "./words.ts"

/** All that was published, the latest first. */
export function ListPage({ rounds, said }: { rounds: readonly PublishedRoundRow[]; said: Speech }) {
  const { words } = said
  return (
    <>
      <h1>{words.list}</h1>
      <p>{words.listIntroduction}</p>
      <RoundList rounds={rounds} said={said} />
    </>
  )
}

export function RoundList({ rounds, said }: { rounds: readonly PublishedRoundRow[]; said: Speech }) {
  const { words, language, day, dayOfInstant } = said
  if (rounds.length === 0) return <p>{words.nothingPublished}</p>
  return (
    <ul className="rounds">
      {rounds.map(({ address, name, asOf, version, publishedAt, withdrawal }) => (
        <li key={address}>
          <a href={inLanguage(addressOfPage({ address, version: null }), language)} lang="vi">
            {name}
          </a>
          <span className="soft">
            {words.asOf(day(asOf as CalendarDate))} · {words.version(version)} ·{" "}
            {withdrawal === null
              ? words.publishedOn(dayOfInstant(publishedAt))
              : words.withdrawnOn(dayOfInstant(withdrawal.withdrawnAt))}
          </span>
        </li>
      ))}
    </ul>
  )
}
