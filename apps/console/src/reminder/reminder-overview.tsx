import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { useId } from "react"
import type { ReminderRegisterQuery } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { ChoiceFilter } from "../filter/choice-filter.tsx"
import { FilterBar } from "../filter/filter-bar.tsx"
import { useNames } from "../language/use-names.ts"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import type { ValuesOfSearch } from "../register/search-model.ts"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page } from "../shell/page.tsx"
import { AgenciesToRemind } from "./agencies-to-remind.tsx"
import { Escalated } from "./escalated.tsx"
import styles from "./reminder.module.css"
import { reminderStateName } from "./reminder-names.ts"
import { reminderSearch, reminderStates } from "./reminder-search.ts"

const ReminderRowFragment = graphql(`
  fragment ReminderRow on ReminderLetter {
    id
    state
    fullNumber
    datedOn
    answerBy
    sentOn
    agency {
      id
      name
    }
    items {
      ordinal
    }
  }
`)

const ReminderRegisterDocument = graphql(`
  query ReminderRegister($filter: ReminderFilter, $first: Int, $after: String) {
    reminders(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...ReminderRow
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof ReminderRowFragment>
type Values = ValuesOfSearch<typeof reminderSearch>

const route = getRouteApi("/don-doc")
const lettersOf = (data: ReminderRegisterQuery) => data.reminders

/** Whom to urge, what was put before the City's leaders, and the letters that one may read. */
export function ReminderOverview() {
  const { t } = useLingui()
  const readsAll = useMay("reminders:read")
  const writes = useMay("reminders:write")
  return (
    <Restricted to={["reminders:read", "reminders:read:own"]} title={t`Đôn đốc`}>
      <Page title={t`Đôn đốc`}>
        {readsAll && <Escalated />}
        {writes && <AgenciesToRemind />}
        <Letters />
      </Page>
    </Restricted>
  )
}

function Letters() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const heading = useId()
  const stateNames = useNames(reminderStateName)
  const writes = useMay("reminders:write")
  const { values, ignored } = reminderSearch.read(route.useSearch())
  const { state = [], task = [] } = values
  const answer = useRegister(
    ReminderRegisterDocument,
    { filter: { state: state.length > 0 ? state : null, task: task.length > 0 ? task : null } },
    lettersOf,
  )
  const change = (next: Values) =>
    void navigate({ to: "/don-doc", search: reminderSearch.write(next), resetScroll: false })
  const read = (row: Row) => readFragment(ReminderRowFragment, row)
  const columns: Column<Row, never>[] = [
    {
      key: "number",
      heading: t`Công văn`,
      cell: (row) => (
        <Link to="/don-doc/$id" params={{ id: row.id }} data-row-link lang="vi">
          {read(row).fullNumber}
        </Link>
      ),
    },
    {
      key: "agency",
      heading: t`Gửi`,
      width: "28%",
      lang: "vi",
      cell: (row) => <AgencyName agency={read(row).agency} />,
    },
    { key: "tasks", heading: t`Số nhiệm vụ`, width: "12%", cell: (row) => read(row).items.length },
    {
      key: "datedOn",
      heading: t`Ngày công văn`,
      width: "15%",
      cell: (row) => <PrintedDate date={read(row).datedOn} />,
    },
    {
      key: "answerBy",
      heading: t`Hạn trả lời`,
      width: "15%",
      cell: (row) => <PrintedDate date={read(row).answerBy} />,
    },
    { key: "state", heading: t`Tình trạng`, width: "12%", cell: (row) => stateNames[read(row).state] },
  ]
  const narrowed = state.length > 0 || task.length > 0
  return (
    <section className={styles.letters} aria-labelledby={heading}>
      <h2 id={heading}>{t`Công văn đôn đốc`}</h2>
      {writes && (
        <FilterBar
          search={null}
          ignored={ignored}
          set={[
            ...state.map((each) => ({
              key: each,
              name: stateNames[each],
              remove: () => change({ ...values, state: state.filter((other) => other !== each) }),
            })),
            ...(task.length > 0
              ? [
                  {
                    key: "task",
                    name: t`Về một nhiệm vụ`,
                    remove: () => change({ ...values, task: undefined }),
                  },
                ]
              : []),
          ]}
          clear={() => change({})}
        >
          <ChoiceFilter
            label={t`Tình trạng`}
            choices={reminderStates.map((value) => ({ value, name: stateNames[value] }))}
            chosen={state}
            onChange={(next) => change({ ...values, state: next })}
          />
        </FilterBar>
      )}
      <RowCount total={answer.total}>{t`${answer.total ?? 0} công văn`}</RowCount>
      <Register
        caption={t`Công văn đôn đốc`}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <p>
            {narrowed
              ? t`Không có công văn nào khớp với các điều kiện đang áp dụng.`
              : writes
                ? t`Chưa có công văn đôn đốc nào. Chọn cơ quan ở trên để soạn dự thảo đầu tiên.`
                : t`Chưa có công văn đôn đốc nào gửi đến cơ quan này.`}
          </p>
        }
      />
    </section>
  )
}
