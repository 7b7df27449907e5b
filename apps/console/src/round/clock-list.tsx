import { useLingui } from "@lingui/react/macro"
import type { RoundStage } from "../__generated__/graphql.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { today } from "../calendar/today.ts"
import { arrivedOf } from "./arrived.ts"
import styles from "./round.module.css"
import { clocksOf, type RoundDays } from "./round-clocks.ts"
import { TimeLeft } from "./time-left.tsx"

interface ClockListProps {
  round: RoundDays & { stage: RoundStage; tally: Parameters<typeof arrivedOf>[0] }
}

/** The clocks of a round side by side: their days, how far away each is, and which runs down next. */
export function ClockList({ round }: ClockListProps) {
  const { i18n } = useLingui()
  const { arrived, total } = arrivedOf(round.tally)
  return (
    <dl className={styles.clocks}>
      {clocksOf(round, round.stage, total - arrived, today()).map(({ key, name, day, left, late, next }) => (
        <div key={key} data-clock={key} data-late={late} data-next={next}>
          <dt>{i18n._(name)}</dt>
          <dd>
            <span className={styles.day}>
              <PrintedDate date={day} />
            </span>
            {round.stage !== "LOCKED" && <TimeLeft left={left} late={late} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
