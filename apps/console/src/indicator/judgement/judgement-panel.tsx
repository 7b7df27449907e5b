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
import styles from "../indicator.module.css"
import { RecordedBy } from "../recorded-by.tsx"
import { judgedStateName } from "./judged-state-name.ts"

const JudgementPanelFragment = graphql(`
  fragment JudgementPanel on Indicator {
    id
    code
    judgeable
    judgements(asOf: $asOf) {
      id
      chainId
      version
      state
      on
      evidence
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

const PublishJudgementDocument = graphql(`
  mutation PublishJudgement($input: PublishRecordInput!) {
    setJudgementPublished(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const WithdrawJudgementDocument = graphql(`
  mutation WithdrawJudgement($input: WithdrawRecordInput!) {
    withdrawJudgement(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** What a coordinator judged, the latest first; nothing where figures alone decide. */
export function JudgementPanel({
  indicator: masked,
}: {
  indicator: FragmentType<typeof JudgementPanelFragment>
}) {
  const { t, i18n } = useLingui()
  const mayWrite = useMay("observations:write")
  const { code, judgeable, judgements } = readFragment(JudgementPanelFragment, masked)
  if (judgeable.length === 0 && judgements.length === 0) return null
  return (
    <Panel
      title={t`Đánh giá theo minh chứng`}
      beside={
        mayWrite &&
        judgeable.length > 0 && (
          <ActionLink to="/chi-tieu/$code/danh-gia/moi" params={{ code }}>{t`Ghi đánh giá`}</ActionLink>
        )
      }
    >
      {judgements.length === 0 ? (
        <Absent>{t`chưa có đánh giá nào`}</Absent>
      ) : (
        <ul className={styles.items}>
          {judgements.map((judgement) => {
            const name = t`Đánh giá ngày ${printedDate(judgement.on, i18n.locale)}`
            return (
              <li key={judgement.chainId} className={styles.item}>
                <p>
                  <PrintedDate date={judgement.on} />:{" "}
                  <span className={styles.figure}>{i18n._(judgedStateName[judgement.state])}</span> ·{" "}
                  <span lang="vi">{judgement.source}</span>
                </p>
                <p>
                  <EvidenceWords evidence={judgement.evidence} />
                </p>
                <FileList files={judgement.files} />
                <RecordedBy fact={judgement} />
                {mayWrite && (
                  <div className={styles.actions}>
                    <ActionLink
                      to="/chi-tieu/$code/danh-gia/$id/sua"
                      params={{ code, id: judgement.chainId }}
                      aria-label={t`Đính chính ${name}`}
                    >{t`Đính chính`}</ActionLink>
                    <FactActions
                      row={judgement}
                      name={name}
                      publication={{
                        document: PublishJudgementDocument,
                        answerOf: (data) => data.setJudgementPublished,
                      }}
                      withdrawal={{
                        document: WithdrawJudgementDocument,
                        answerOf: (data) => data.withdrawJudgement,
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
