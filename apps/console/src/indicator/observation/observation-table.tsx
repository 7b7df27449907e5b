import { useLingui } from "@lingui/react/macro"
import type { ObservationTableFragment as Shown } from "../../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../../__generated__/index.ts"
import { FileList } from "../../evidence/file-list.tsx"
import { Absent } from "../../facts/facts.tsx"
import { ActionLink } from "../../shell/action-link.tsx"
import { Panel } from "../../shell/page.tsx"
import { EvidenceWords } from "../evidence-words.tsx"
import { FactActions } from "../fact-actions.tsx"
import { FigureWords } from "../figure-words.tsx"
import styles from "../indicator.module.css"
import { periodWords } from "../period-words.ts"
import { RecordedBy } from "../recorded-by.tsx"

const ObservationTableFragment = graphql(`
  fragment ObservationTable on Indicator {
    id
    code
    unit
    measure
    mayRecord
    observations(asOf: $asOf, first: 100) {
      totalCount
      edges {
        node {
          id
          version
          periodKey
          periodStart
          periodEnd
          value
          provisional
          source
          evidence
          files {
            id
            name
            size
            url
          }
          note
          recordedOn
          recordedBy
          onBehalf
          publishedAt
          corrected {
            id
            value
            provisional
            source
            recordedOn
            recordedBy
            onBehalf
            publishedAt
          }
          reason
        }
      }
    }
  }
`)

const PublishObservationDocument = graphql(`
  mutation PublishObservation($input: PublishRecordInput!) {
    setObservationPublished(input: $input) {
      observation {
        id
        version
        publishedAt
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const WithdrawObservationDocument = graphql(`
  mutation WithdrawObservation($input: WithdrawRecordInput!) {
    withdrawObservation(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Row = Shown["observations"]["edges"][number]["node"]

/** What was observed, a line for each period: the figure, who says so, who recorded it, and what it corrected. */
export function ObservationTable({
  indicator: masked,
}: {
  indicator: FragmentType<typeof ObservationTableFragment>
}) {
  const { t } = useLingui()
  const indicator = readFragment(ObservationTableFragment, masked)
  const { code, mayRecord, observations } = indicator
  const shown = observations.edges.length
  return (
    <Panel
      title={t`Số liệu theo kỳ`}
      beside={
        mayRecord && (
          <ActionLink to="/chi-tieu/$code/so-lieu/moi" params={{ code }}>{t`Ghi số liệu`}</ActionLink>
        )
      }
      note={
        observations.totalCount > shown &&
        t`Đang hiển thị ${shown} kỳ gần nhất trong ${observations.totalCount} kỳ.`
      }
    >
      {shown === 0 ? (
        <Absent>{t`chưa có số liệu nào`}</Absent>
      ) : (
        <table className={styles.table}>
          <caption className="for-readers">{t`Số liệu theo kỳ của chỉ tiêu ${code}`}</caption>
          <thead>
            <tr>
              <th scope="col">{t`Kỳ`}</th>
              <th scope="col">{t`Giá trị`}</th>
              <th scope="col">{t`Nguồn và minh chứng`}</th>
              <th scope="col">{t`Đã ghi`}</th>
              {mayRecord && <th scope="col">{t`Thao tác`}</th>}
            </tr>
          </thead>
          <tbody>
            {observations.edges.map(({ node }) => (
              <ObservationRow key={node.id} indicator={indicator} row={node} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function ObservationRow({ indicator, row }: { indicator: Shown; row: Row }) {
  const { t, i18n } = useLingui()
  const { code, unit, measure, mayRecord } = indicator
  const { periodKey } = row
  const period = periodKey ? i18n._(periodWords(periodKey)) : `${row.periodStart} – ${row.periodEnd}`
  return (
    <tr>
      <th scope="row">{period}</th>
      <td data-heading={t`Giá trị`}>
        <span className={styles.figure}>
          <FigureWords value={row.value} measure={measure} unit={unit} />
        </span>{" "}
        {row.provisional ? (
          <span className={styles.provisional}>{t`tạm tính`}</span>
        ) : (
          <span>({t`chính thức`})</span>
        )}
        {row.note && <p lang="vi">{row.note}</p>}
        <Corrections indicator={indicator} row={row} />
      </td>
      <td data-heading={t`Nguồn và minh chứng`}>
        <span lang="vi">{row.source}</span>
        {row.evidence && (
          <p>
            <EvidenceWords evidence={row.evidence} />
          </p>
        )}
        <FileList files={row.files} />
      </td>
      <td data-heading={t`Đã ghi`}>
        <RecordedBy fact={row} />
      </td>
      {mayRecord && (
        <td>
          <div className={styles.actions}>
            {periodKey && (
              <ActionLink
                to="/chi-tieu/$code/so-lieu/$ky/dinh-chinh"
                params={{ code, ky: periodKey }}
                aria-label={t`Đính chính ${period}`}
              >
                {t`Đính chính`}
              </ActionLink>
            )}
            <FactActions
              row={row}
              name={period}
              publication={{
                document: PublishObservationDocument,
                answerOf: (data) => data.setObservationPublished,
              }}
              withdrawal={{
                document: WithdrawObservationDocument,
                answerOf: (data) => data.withdrawObservation,
              }}
            />
          </div>
        </td>
      )}
    </tr>
  )
}

/** What a figure took the place of, and why. */
function Corrections({ indicator: { unit, measure }, row }: { indicator: Shown; row: Row }) {
  const { t } = useLingui()
  const times = row.corrected.length
  if (times === 0) return null
  return (
    <details>
      <summary>{t`Đã đính chính ${times} lần`}</summary>
      {row.reason && (
        <p>
          {t`Lý do`}: <span lang="vi">{row.reason}</span>
        </p>
      )}
      <ol>
        {row.corrected.map((earlier) => (
          <li key={earlier.id}>
            <s>
              <FigureWords value={earlier.value} measure={measure} unit={unit} />
            </s>{" "}
            ({earlier.provisional ? t`tạm tính` : t`chính thức`}) · <span lang="vi">{earlier.source}</span>
            <RecordedBy fact={earlier} />
          </li>
        ))}
      </ol>
    </details>
  )
}
