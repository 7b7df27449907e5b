import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { RoundStage } from "../__generated__/graphql.ts"
import { daysLeft } from "./days-left.ts"

/** The days of a round, each "YYYY-MM-DD". */
export interface RoundDays {
  cutOffOn: string
  agenciesDueOn: string
  cityDueOn: string
  governmentDueOn?: string | null | undefined
}

/** One of the clocks of a round. */
export interface RoundClock {
  key: keyof RoundDays
  name: MessageDescriptor
  day: string
  /** Days until it runs down; negative once it has. */
  left: number
  /** Whether what it is for is still missing although it has run down. */
  late: boolean
  /** Whether it is the one that runs down next. */
  next: boolean
}

const NAMES: readonly [keyof RoundDays, MessageDescriptor][] = [
  ["cutOffOn", msg`Ngày chốt số liệu`],
  ["agenciesDueOn", msg`Hạn của các cơ quan`],
  ["cityDueOn", msg`Hạn báo cáo Thành phố`],
  ["governmentDueOn", msg`Hạn báo cáo Chính phủ`],
]

/**
 * The clocks of a round in the order in which they run down. The cut-off is never late: what is recorded afterwards is for
 * the next round. Nothing is late once the round is locked.
 * @param missing how many reports have not come yet
 * @param today "YYYY-MM-DD"
 */
export function clocksOf(days: RoundDays, stage: RoundStage, missing: number, today: string): RoundClock[] {
  const set = NAMES.flatMap(([key, name]) => {
    const day = days[key]
    return day == null ? [] : [{ key, name, day, left: daysLeft(day, today) }]
  })
  const next = stage === "LOCKED" ? undefined : set.find(({ left }) => left >= 0)
  return set.map((clock) => ({
    ...clock,
    next: clock.key === next?.key,
    late:
      stage === "OPEN" &&
      clock.left < 0 &&
      clock.key !== "cutOffOn" &&
      (clock.key !== "agenciesDueOn" || missing > 0),
  }))
}
