import type { PublishedRoundRow } from "../publication/find-publications.ts"
import { RoundList } from "./list-page.tsx"
import type { Speech } from "./words.ts"

/** Where nothing was published: what was, instead. */
export function MissingPage({ rounds, said }: { rounds: readonly PublishedRoundRow[]; said: Speech }) {
  const { words } = said
  return (
    <>
      <h1>{words.missing}</h1>
      <p>{words.missingHint}</p>
      <h2>{words.toList}</h2>
      <RoundList rounds={rounds} said={said} />
    </>
  )
}
