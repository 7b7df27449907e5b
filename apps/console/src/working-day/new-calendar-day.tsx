import { useLingui } from "@lingui/react/macro"
import { Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { useDraftedForm } from "../form/drafted-form.ts"
import { RecordForm } from "../form/record-form.tsx"
import { useChange } from "../graph/change-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page } from "../shell/page.tsx"
import { CalendarDayFields } from "./calendar-day-fields.tsx"
import { calendarDayForm, dayOf, EMPTY_DAY } from "./calendar-day-form.ts"
import { calendarSearch } from "./calendar-search.ts"

const RecordCalendarExceptionDocument = graphql(`
  mutation RecordCalendarException($input: RecordCalendarExceptionInput!) {
    recordCalendarException(input: $input) {
      exception {
        id
        day
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** Adds a day on which offices are closed, or a weekend on which they work. */
export function NewCalendarDay() {
  const { t } = useLingui()
  const title = t`Thêm ngày nghỉ hoặc ngày làm bù`
  return (
    <Restricted to="reminders:write" title={title}>
      <Page title={title} above={<Link to="/lich-lam-viec">{t`Lịch làm việc`}</Link>}>
        <Adding />
      </Page>
    </Restricted>
  )
}

function Adding() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const drafted = useDraftedForm("calendar-day/new", calendarDayForm, EMPTY_DAY)
  const { change, failure } = useChange(RecordCalendarExceptionDocument, [
    "calendarExceptions",
    "calendarFindings",
  ])
  return (
    <RecordForm
      drafted={drafted}
      failure={failure}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...dayOf(values), idempotencyKey } }))?.recordCalendarException ?? null
      }
      onDone={({ exception }) =>
        void navigate({
          to: "/lich-lam-viec",
          search: calendarSearch.write({ year: Number(exception?.day.slice(0, 4)) }),
        })
      }
      submit={t`Ghi ngày này`}
      cancel={<Link to="/lich-lam-viec">{t`Thôi`}</Link>}
    >
      <CalendarDayFields />
    </RecordForm>
  )
}
