import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useRef } from "react"
import type { ClosedPeriodsQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { PrintedDate } from "../../calendar/printed-date.tsx"
import { Absent } from "../../facts/facts.tsx"
import { ChoiceField } from "../../form/choice-field.tsx"
import { ConfirmDialog } from "../../form/confirm-dialog.tsx"
import { useDraftedForm } from "../../form/drafted-form.ts"
import styles from "../../form/form.module.css"
import { RecordForm } from "../../form/record-form.tsx"
import { TextField } from "../../form/text-field.tsx"
import { chosenOf, neededWords, optionalWords } from "../../form/written.ts"
import { z } from "../../form/zod.ts"
import { Answered } from "../../graph/answered.tsx"
import { useChange } from "../../graph/change-graph.ts"
import { useRegister } from "../../register/ask-register.ts"
import { MoreRows } from "../../register/more-rows.tsx"
import { useMay } from "../../session/permission.ts"
import { Page, Panel } from "../../shell/page.tsx"
import indicatorStyles from "../indicator.module.css"
import { periodWords } from "../period-words.ts"
import { OUTDATED } from "../recording-page.tsx"
import { ClosedPeriodTimeline } from "./closed-period-timeline.tsx"

const ClosedPeriodsDocument = graphql(`
  query ClosedPeriods($first: Int, $after: String) {
    closedPeriods(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          version
          periodKey
          closedOn
          closedBy
        }
      }
    }
  }
`)

const ReopenedPeriodsDocument = graphql(`
  query ReopenedPeriods($first: Int, $after: String) {
    reopenedPeriods(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          periodKey
          closedOn
          reopenedOn
        }
      }
    }
  }
`)

const ClosePeriodDocument = graphql(`
  mutation ClosePeriod($input: ClosePeriodInput!) {
    closePeriod(input: $input) {
      closedPeriod {
        id
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const ReopenPeriodDocument = graphql(`
  mutation ReopenPeriod($input: ReopenPeriodInput!) {
    reopenPeriod(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Row = ClosedPeriodsQuery["closedPeriods"]["edges"][number]["node"]

const CHANGED = [...OUTDATED, "closedPeriods", "reopenedPeriods", "closedPeriod"]

/** Which periods are closed, and closing another one. */
export function ClosedPeriods() {
  const { t } = useLingui()
  const mayWrite = useMay("observations:write")
  const mayRead = useMay("observations:read", "observations:read:own")
  const answer = useRegister(ClosedPeriodsDocument, {}, ({ closedPeriods }) => closedPeriods)
  return (
    <Page title={t`Kỳ số liệu đã khóa`} above={<Link to="/chi-tieu">{t`Chỉ tiêu`}</Link>}>
      <Panel
        title={t`Đang khóa`}
        note={t`Số liệu thuộc kỳ đã khóa không ghi thêm, không đính chính, không rút được; đính chính ghi vào kỳ sau.`}
      >
        <Answered answer={answer} waiting={<Skeleton height={120} />}>
          {() =>
            answer.rows.length === 0 ? (
              <Absent>{t`chưa khóa kỳ nào`}</Absent>
            ) : (
              <ul className={indicatorStyles.items} data-total={answer.total}>
                {answer.rows.map((row) => (
                  <ClosedPeriodRow key={row.id} row={row} />
                ))}
              </ul>
            )
          }
        </Answered>
        <MoreRows answer={answer} />
      </Panel>
      {mayWrite && <Closing />}
      {mayRead && <ReopenedPeriods />}
    </Page>
  )
}

/** Which periods were closed once and are open today; nothing where there is none. */
function ReopenedPeriods() {
  const { t, i18n } = useLingui()
  const answer = useRegister(ReopenedPeriodsDocument, {}, ({ reopenedPeriods }) => reopenedPeriods)
  if (answer.total === 0) return null
  return (
    <Panel title={t`Đã mở lại`} note={t`Những kỳ từng khóa, nay ghi và đính chính được.`}>
      <Answered answer={answer} waiting={<Skeleton height={60} />}>
        {() => (
          <ul className={indicatorStyles.items}>
            {answer.rows.map(({ id, periodKey, closedOn, reopenedOn }) => (
              <li key={id} className={indicatorStyles.item}>
                <p>
                  <span className={indicatorStyles.figure}>{i18n._(periodWords(periodKey))}</span> ·{" "}
                  {t`khóa ngày`} <PrintedDate date={closedOn} />
                  {reopenedOn && (
                    <>
                      {" "}
                      · {t`mở lại ngày`} <PrintedDate date={reopenedOn} />
                    </>
                  )}
                </p>
                <ClosedPeriodTimeline id={id} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <MoreRows answer={answer} />
    </Panel>
  )
}

function ClosedPeriodRow({ row }: { row: Row }) {
  const { t, i18n } = useLingui()
  const mayWrite = useMay("observations:write")
  const mayRead = useMay("observations:read", "observations:read:own")
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(ReopenPeriodDocument, CHANGED)
  const { id, version } = row
  const name = i18n._(periodWords(row.periodKey))
  return (
    <li className={indicatorStyles.item}>
      <p>
        <span className={indicatorStyles.figure}>{name}</span> · {t`khóa ngày`}{" "}
        <PrintedDate date={row.closedOn} />
        {row.closedBy && <> · {row.closedBy}</>}
      </p>
      {mayWrite && (
        <div className={indicatorStyles.actions}>
          <Button
            variant="default"
            size="xs"
            aria-label={t`Mở lại: ${name}`}
            onClick={() => dialog.current?.showModal()}
          >
            {t`Mở lại`}
          </Button>
          <ConfirmDialog
            dialog={dialog}
            title={t`Mở lại kỳ “${name}”`}
            reason="NEEDED"
            confirm={t`Mở lại`}
            failure={failure}
            about={{ id, version }}
            send={async (reason, idempotencyKey) =>
              (await change({ input: { id, version, reason, idempotencyKey } }))?.reopenPeriod ?? null
            }
            onDone={() => undefined}
          >
            <p>{t`Số liệu của kỳ này lại ghi và đính chính được.`}</p>
          </ConfirmDialog>
        </div>
      )}
      {mayRead && <ClosedPeriodTimeline id={id} />}
    </li>
  )
}

/** The months as the key of a period names them. */
const MONTHS = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"] as const

const closingForm = z.object({
  year: neededWords,
  periodKey: chosenOf(["YEAR", "H1", "H2", "Q1", "Q2", "Q3", "Q4", ...MONTHS]),
  reason: optionalWords,
})
type ClosingTyped = z.input<typeof closingForm>

const EMPTY: ClosingTyped = { year: "", periodKey: "", reason: "" }

function Closing() {
  const { t } = useLingui()
  const { change, failure } = useChange(ClosePeriodDocument, CHANGED)
  const drafted = useDraftedForm("closed-period/new", closingForm, EMPTY)
  return (
    <Panel
      title={t`Khóa một kỳ`}
      note={t`Khóa kỳ nào thì khóa mọi số liệu nằm trọn trong kỳ đó: khóa một quý là khóa cả ba tháng của quý, khóa một năm là khóa mọi kỳ trong năm.`}
    >
      <RecordForm
        drafted={drafted}
        failure={failure}
        send={async ({ year, periodKey: part, reason }, idempotencyKey) => {
          const periodKey = part === "YEAR" ? year : `${year}-${part}`
          return (await change({ input: { periodKey, reason, idempotencyKey } }))?.closePeriod ?? null
        }}
        onDone={() => drafted.form.reset(EMPTY)}
        submit={t`Khóa kỳ`}
        cancel={null}
      >
        <div className={styles.pair}>
          <ChoiceField<ClosingTyped>
            name="periodKey"
            label={t`Kỳ`}
            none={t`Chọn kỳ`}
            choices={{
              YEAR: t`Cả năm`,
              H1: t`6 tháng đầu năm`,
              H2: t`6 tháng cuối năm`,
              Q1: t`Quý I`,
              Q2: t`Quý II`,
              Q3: t`Quý III`,
              Q4: t`Quý IV`,
              ...Object.fromEntries(MONTHS.map((month) => [month, t`Tháng ${Number(month)}`])),
            }}
            required
          />
          <TextField<ClosingTyped> name="year" label={t`Năm`} description={t`Ví dụ 2025`} required />
        </div>
        <TextField<ClosingTyped>
          name="reason"
          label={t`Lý do (không bắt buộc)`}
          description={t`Ghi vào nhật ký`}
        />
      </RecordForm>
    </Panel>
  )
}
