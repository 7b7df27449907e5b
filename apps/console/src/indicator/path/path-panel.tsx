import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../../__generated__/index.ts"
import { PrintedDate, printedDate } from "../../calendar/printed-date.tsx"
import { FileList } from "../../evidence/file-list.tsx"
import { Absent } from "../../facts/facts.tsx"
import { useMay } from "../../session/permission.ts"
import { ActionLink } from "../../shell/action-link.tsx"
import { Panel } from "../../shell/page.tsx"
import { EvidenceWords } from "../evidence-words.tsx"
import { FactActions } from "../fact-actions.tsx"
import { FigureWords } from "../figure-words.tsx"
import styles from "../indicator.module.css"
import { RecordedBy } from "../recorded-by.tsx"

const PathPanelFragment = graphql(`
  fragment PathPanel on Indicator {
    id
    code
    unit
    measure
    baseline(asOf: $asOf) {
      id
      version
      on
      value
      source
      evidence
      files {
        id
        name
        size
        url
      }
      recordedOn
      recordedBy
      onBehalf
      publishedAt
    }
    milestones(asOf: $asOf) {
      id
      chainId
      version
      on
      value
      source
      files {
        id
        name
        size
        url
      }
      recordedOn
      recordedBy
      onBehalf
      publishedAt
    }
  }
`)

const PublishBaselineDocument = graphql(`
  mutation PublishBaseline($input: PublishRecordInput!) {
    setBaselinePublished(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const WithdrawBaselineDocument = graphql(`
  mutation WithdrawBaseline($input: WithdrawRecordInput!) {
    withdrawBaseline(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const PublishMilestoneDocument = graphql(`
  mutation PublishMilestone($input: PublishRecordInput!) {
    setMilestonePublished(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const WithdrawMilestoneDocument = graphql(`
  mutation WithdrawMilestone($input: WithdrawRecordInput!) {
    withdrawMilestone(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** Where the way to the target begins, and what is to be reached on it. */
export function PathPanel({ indicator: masked }: { indicator: FragmentType<typeof PathPanelFragment> }) {
  const { t, i18n } = useLingui()
  const mayWrite = useMay("observations:write")
  const { code, unit, measure, baseline, milestones } = readFragment(PathPanelFragment, masked)
  return (
    <Panel
      title={t`Lộ trình`}
      note={t`Kế hoạch không nêu số liệu gốc và mốc hằng năm. Giữa các điểm, lộ trình là đường thẳng.`}
      beside={
        mayWrite && (
          <div className={styles.actions}>
            {baseline == null && (
              <ActionLink to="/chi-tieu/$code/ky-goc" params={{ code }}>{t`Ghi số liệu kỳ gốc`}</ActionLink>
            )}
            <ActionLink to="/chi-tieu/$code/moc/moi" params={{ code }}>{t`Đặt mốc`}</ActionLink>
          </div>
        )
      }
    >
      <h3 className={styles.subtitle}>{t`Số liệu kỳ gốc`}</h3>
      {baseline == null ? (
        <Absent>{t`chưa có; Kế hoạch không nêu`}</Absent>
      ) : (
        <div className={styles.item}>
          <p>
            <PrintedDate date={baseline.on} />:{" "}
            <span className={styles.figure}>
              <FigureWords value={baseline.value} measure={measure} unit={unit} />
            </span>{" "}
            · <span lang="vi">{baseline.source}</span>
          </p>
          {baseline.evidence && (
            <p>
              <EvidenceWords evidence={baseline.evidence} />
            </p>
          )}
          <FileList files={baseline.files} />
          <RecordedBy fact={baseline} />
          {mayWrite && (
            <div className={styles.actions}>
              <ActionLink
                to="/chi-tieu/$code/ky-goc"
                params={{ code }}
                aria-label={t`Đính chính số liệu kỳ gốc`}
              >{t`Đính chính`}</ActionLink>
              <FactActions
                row={baseline}
                name={t`Số liệu kỳ gốc`}
                publication={{
                  document: PublishBaselineDocument,
                  answerOf: (data) => data.setBaselinePublished,
                }}
                withdrawal={{
                  document: WithdrawBaselineDocument,
                  answerOf: (data) => data.withdrawBaseline,
                }}
              />
            </div>
          )}
        </div>
      )}
      <h3 className={styles.subtitle}>{t`Mốc trên lộ trình`}</h3>
      {milestones.length === 0 ? (
        <Absent>{t`chưa đặt; Kế hoạch không nêu`}</Absent>
      ) : (
        <ul className={styles.items}>
          {milestones.map((milestone) => {
            const name = t`Mốc ${printedDate(milestone.on, i18n.locale)}`
            return (
              <li key={milestone.chainId} className={styles.item}>
                <p>
                  <PrintedDate date={milestone.on} />:{" "}
                  <span className={styles.figure}>
                    <FigureWords value={milestone.value} measure={measure} unit={unit} />
                  </span>
                  {milestone.source && (
                    <>
                      {" "}
                      · <span lang="vi">{milestone.source}</span>
                    </>
                  )}
                </p>
                <FileList files={milestone.files} />
                <RecordedBy fact={milestone} />
                {mayWrite && (
                  <div className={styles.actions}>
                    <ActionLink
                      to="/chi-tieu/$code/moc/$id/sua"
                      params={{ code, id: milestone.chainId }}
                      aria-label={t`Đính chính ${name}`}
                    >{t`Đính chính`}</ActionLink>
                    <FactActions
                      row={milestone}
                      name={name}
                      publication={{
                        document: PublishMilestoneDocument,
                        answerOf: (data) => data.setMilestonePublished,
                      }}
                      withdrawal={{
                        document: WithdrawMilestoneDocument,
                        answerOf: (data) => data.withdrawMilestone,
                      }}
                    />
                  </div>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
