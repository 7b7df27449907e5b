import type { OfficialTally } from "@plan43/official-tally"
import type { SynthesisContent } from "../synthesis/synthesis-content.ts"
import { type Tallies, talliesOf } from "./tallies.ts"

/** The tallies of agencies by name, and what makes them add up to the City's: {@link Tallies}. */
export interface AgencyRows extends Pick<Tallies, "city" | "withoutAgency" | "countedAgain"> {
  /** Of those that lead something, in the order in which the content names them; last those that it does not name. */
  rows: readonly { id: string; name: string; tally: OfficialTally }[]
}

/** An agency that leads something and whose name is not known: without its row the others would not add up to the City's. */
const NAMELESS = "Cơ quan không rõ tên"

export function agencyRowsOf({ tasks, agencies }: Pick<SynthesisContent, "tasks" | "agencies">): AgencyRows {
  const { city, byAgency, withoutAgency, countedAgain } = talliesOf(tasks)
  const tallies = new Map(byAgency.map(({ agencyId, tally }) => [agencyId, tally]))
  const named = new Set(agencies.map(({ id }) => id))
  const nameless = byAgency.filter(({ agencyId }) => !named.has(agencyId))
  const listed = [...agencies, ...nameless.map(({ agencyId }) => ({ id: agencyId, name: NAMELESS }))]
  const rows = listed.flatMap(({ id, name }) => {
    const tally = tallies.get(id)
    return tally === undefined ? [] : [{ id, name, tally }]
  })
  return { city, withoutAgency, countedAgain, rows }
}
