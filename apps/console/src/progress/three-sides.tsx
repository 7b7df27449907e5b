import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { Absent } from "../facts/facts.tsx"
import styles from "./progress.module.css"
import { ReportFacts, VerificationWords } from "./report-facts.tsx"

const SideOfReportFragment = graphql(`
  fragment SideOfReport on ProgressReport {
    id
    ...ReportFacts
    verification(asOf: $asOf) {
      outcome
      ...VerificationWords
    }
  }
`)

type Report = FragmentType<typeof SideOfReportFragment> | null | undefined

interface ThreeSidesProps {
  /** What the agency last said. */
  claim: Report
  /** Whose words these are, where nothing above says so. */
  claimant?: ReactNode
  /** What it answered since, where that says nothing of the work: "no change", "nothing to report". */
  later?: ReactNode
  /** What the Department last confirmed. */
  verified: Report
  /** What the calendar says: deadline and status, worked out. */
  calendar: ReactNode
  headings: "h3" | "h4"
}

/** What the agency claims, what the Department has verified, what the calendar says: never mixed, each with its author. */
export function ThreeSides({
  claim: claimed,
  claimant,
  later,
  verified: confirmed,
  calendar,
  headings: Heading,
}: ThreeSidesProps) {
  const { t } = useLingui()
  const claim = readFragment(SideOfReportFragment, claimed)
  const verified = readFragment(SideOfReportFragment, confirmed)
  return (
    <div className={styles.sides}>
      <section className={styles.side}>
        <Heading>{t`Cơ quan báo cáo`}</Heading>
        {claim ? (
          <>
            {claimant && <p className={styles.who}>{claimant}</p>}
            <ReportFacts report={claim} />
            {claim.verification?.outcome === "RETURNED" && (
              <VerificationWords verification={claim.verification} />
            )}
          </>
        ) : (
          !later && <Absent>{t`chưa có báo cáo nào`}</Absent>
        )}
        {later}
      </section>
      <section className={styles.side}>
        <Heading>{t`Sở KH&CN đã xác minh`}</Heading>
        {verified ? (
          <>
            <ReportFacts report={verified} />
            <VerificationWords verification={verified.verification} />
          </>
        ) : (
          <Absent>{t`chưa xác minh nội dung nào`}</Absent>
        )}
      </section>
      <section className={styles.side}>
        <Heading>{t`Theo lịch`}</Heading>
        {calendar}
      </section>
    </div>
  )
}
