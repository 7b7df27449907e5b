import { Trans } from "@lingui/react"
import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../../__generated__/index.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { FileList } from "../../evidence/file-list.tsx"
import { Absent } from "../../facts/facts.tsx"
import { useMay } from "../../session/permission.ts"
import { ActionLink } from "../../shell/action-link.tsx"
import { Panel } from "../../shell/page.tsx"
import { EvidenceWords } from "../evidence-words.tsx"
import { FactActions } from "../fact-actions.tsx"
import styles from "../indicator.module.css"
import { RecordedBy } from "../recorded-by.tsx"
import { targetReading } from "../target-reading.ts"

const DirectedTargetPanelFragment = graphql(`
  fragment DirectedTargetPanel on Indicator {
    id
    code
    unit
    directedTarget(asOf: $asOf) {
      id
      version
      kind
      minimum
      maximum
      note
      documentNumber
      documentIssuedOn
      documentIssuer
      documentLink
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

const PublishDirectedTargetDocument = graphql(`
  mutation PublishDirectedTarget($input: PublishRecordInput!) {
    setDirectedTargetPublished(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const WithdrawDirectedTargetDocument = graphql(`
  mutation WithdrawDirectedTarget($input: WithdrawRecordInput!) {
    withdrawDirectedTarget(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

interface DirectedTargetPanelProps {
  indicator: FragmentType<typeof DirectedTargetPanelFragment>
}

/** What an authority directed where the plan leaves the target to it. */
export function DirectedTargetPanel({ indicator: masked }: DirectedTargetPanelProps) {
  const { t, i18n } = useLingui()
  const mayWrite = useMay("observations:write")
  const { code, unit, directedTarget } = readFragment(DirectedTargetPanelFragment, masked)
  return (
    <Panel
      title={t`Mục tiêu được chỉ đạo`}
      beside={
        mayWrite &&
        directedTarget == null && (
          <ActionLink
            to="/chi-tieu/$code/chi-dao"
            params={{ code }}
          >{t`Ghi mục tiêu được chỉ đạo`}</ActionLink>
        )
      }
    >
      {directedTarget == null ? (
        <Absent>{t`chưa có chỉ đạo nào được ghi`}</Absent>
      ) : (
        <div className={styles.item}>
          <p className={styles.figure}>
            <Trans
              {...targetReading(directedTarget, unit && `<0>${unit}</0>`, i18n.locale)}
              components={{ 0: <span lang="vi" /> }}
            />
          </p>
          {directedTarget.note && <p lang="vi">{directedTarget.note}</p>}
          <p lang="vi">
            {directedTarget.documentNumber} · <PrintedDate date={directedTarget.documentIssuedOn} /> ·{" "}
            {directedTarget.documentIssuer}
          </p>
          {directedTarget.documentLink && (
            <p>
              <EvidenceWords evidence={directedTarget.documentLink} />
            </p>
          )}
          <FileList files={directedTarget.files} />
          <RecordedBy fact={directedTarget} />
          {mayWrite && (
            <div className={styles.actions}>
              <ActionLink to="/chi-tieu/$code/chi-dao" params={{ code }}>{t`Đính chính`}</ActionLink>
              <FactActions
                row={directedTarget}
                name={t`Mục tiêu được chỉ đạo`}
                publication={{
                  document: PublishDirectedTargetDocument,
                  answerOf: (data) => data.setDirectedTargetPublished,
                }}
                withdrawal={{
                  document: WithdrawDirectedTargetDocument,
                  answerOf: (data) => data.withdrawDirectedTarget,
                }}
              />
            </div>
          )}
        </div>
      )}
    </Panel>
  )
}
