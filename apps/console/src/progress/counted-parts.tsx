import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import type { PartsCounted } from "./count-parts.ts"
import styles from "./progress.module.css"

interface CountedPartsProps {
  counted: PartsCounted
  /** What the calendar says of the whole. */
  calendar: ReactNode
  /** Who waits and who is silent is known of today only. */
  day: "TODAY" | "PAST"
}

/** The three sides of a task that nobody answers for as a whole: how many of those that owe it say so, each part counted by itself. */
export function CountedParts({ counted, calendar, day }: CountedPartsProps) {
  const { t } = useLingui()
  const { owing, reported, claimedComplete, confirmedComplete, waiting, silent } = counted
  return (
    <div className={styles.sides}>
      <section className={styles.side}>
        <h3>{t`Cơ quan báo cáo`}</h3>
        <div className={styles.report}>
          <p>{t`${claimedComplete}/${owing} cơ quan báo cáo đã hoàn thành`}</p>
          <p>{t`${reported}/${owing} cơ quan đã báo cáo tiến độ`}</p>
          {day === "TODAY" && <p>{t`${silent}/${owing} cơ quan đang im lặng`}</p>}
        </div>
      </section>
      <section className={styles.side}>
        <h3>{t`Sở KH&CN đã xác minh`}</h3>
        <div className={styles.report}>
          <p>{t`${confirmedComplete}/${owing} cơ quan được xác nhận hoàn thành`}</p>
          {day === "TODAY" && <p>{t`${waiting}/${owing} cơ quan chờ xác minh`}</p>}
        </div>
      </section>
      <section className={styles.side}>
        <h3>{t`Theo lịch`}</h3>
        {calendar}
      </section>
    </div>
  )
}
