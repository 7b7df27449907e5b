import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton, TextInput } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { useRef, useState } from "react"
import type { CalendarDayToChangeQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { printedDate } from "../calendar/printed-date.tsx"
import { ChangeForm } from "../form/change-form.tsx"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { Notice } from "../notice/notice.tsx"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { CalendarDayFields } from "./calendar-day-fields.tsx"
import { calendarDayForm, dayOf } from "./calendar-day-form.ts"
import { CalendarDayTimeline } from "./calendar-day-timeline.tsx"
import { calendarSearch } from "./calendar-search.ts"

const CalendarDayToChangeDocument = graphql(`
  query CalendarDayToChange($id: ID!) {
    calendarException(id: $id) {
      id
      version
      day
      kind
      name
      source
      confirmedOn
      document {
        number
        issuedOn
        issuer
        link
      }
    }
  }
`)

const CorrectCalendarExceptionDocument = graphql(`
  mutation CorrectCalendarException($input: CorrectCalendarExceptionInput!) {
    correctCalendarException(input: $input) {
      exception {
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

const WithdrawCalendarExceptionDocument = graphql(`
  mutation WithdrawCalendarException($input: WithdrawCalendarExceptionInput!) {
    withdrawCalendarException(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Day = NonNullable<CalendarDayToChangeQuery["calendarException"]>

/** The lists that another calendar makes outdated. */
const LISTS = ["calendarExceptions", "calendarFindings"]

const route = getRouteApi("/lich-lam-viec/$id")

/** A day off or worked: held against its announcement, corrected by it, or taken back. */
export function CalendarDay() {
  const { t } = useLingui()
  return (
    <Restricted to="reminders:write" title={t`Lịch làm việc`}>
      <DayToChange />
    </Restricted>
  )
}

function DayToChange() {
  const { t, i18n } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(CalendarDayToChangeDocument, { id })
  const day = answer.data?.calendarException
  if (day === null && answer.failure === null) return <NotFound />
  const date = day ? printedDate(day.day, i18n.locale) : ""
  return (
    <Page title={t`Ngày ${date}`} above={<Link to="/lich-lam-viec">{t`Lịch làm việc`}</Link>}>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ calendarException }) =>
          calendarException && <Changing day={calendarException} readAgain={answer.readAgain} />
        }
      </Answered>
      {day && <CalendarDayTimeline id={day.id} />}
    </Page>
  )
}

function Changing({ day, readAgain }: { day: Day; readAgain: () => Promise<unknown> }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version, confirmedOn, document } = day
  const { change, failure } = useChange(CorrectCalendarExceptionDocument, [...LISTS, "calendarException"])
  const back = {
    to: "/lich-lam-viec",
    search: calendarSearch.write({ year: Number(day.day.slice(0, 4)) }),
  } as const
  return (
    <>
      {confirmedOn == null && (
        <Notice tone="caution" title={t`Chưa đối chiếu với văn bản công bố`}>
          <p>
            {t`Có sẵn theo:`} <span lang="vi">{day.source}</span>
          </p>
        </Notice>
      )}
      <Panel title={t`Đối chiếu và sửa`}>
        <ChangeForm
          name={`calendar-day/${id}`}
          schema={calendarDayForm}
          standing={{
            day: day.day,
            kind: day.kind,
            name: day.name,
            number: document?.number ?? "",
            issuedOn: document?.issuedOn ?? "",
            issuer: document?.issuer ?? "",
            link: document?.link ?? "",
            reason: "",
          }}
          failure={failure}
          readAgain={readAgain}
          send={async (values, idempotencyKey) =>
            (await change({ input: { ...dayOf(values), source: day.source, id, version, idempotencyKey } }))
              ?.correctCalendarException ?? null
          }
          onDone={() => void navigate(back)}
          cancel={<Link {...back}>{t`Thôi`}</Link>}
        >
          <CalendarDayFields />
        </ChangeForm>
      </Panel>
      <Withdrawal day={day} onDone={() => void navigate(back)} />
    </>
  )
}

function Withdrawal({ day, onDone }: { day: Day; onDone: () => void }) {
  const { t, i18n } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(WithdrawCalendarExceptionDocument, LISTS)
  const { id, version } = day
  const [basis, setBasis] = useState({ number: "", issuedOn: "", issuer: "", link: "" })
  const known = Object.values(basis).some((text) => text.trim() !== "")
  const date = printedDate(day.day, i18n.locale)
  const input = (name: keyof typeof basis, label: string, type: "text" | "date" | "url" = "text") => (
    <TextInput
      label={label}
      type={type}
      value={basis[name]}
      required={known && name !== "link"}
      onChange={(event) => setBasis({ ...basis, [name]: event.currentTarget.value })}
    />
  )
  return (
    <Panel
      title={t`Rút ngày này`}
      note={t`Ngày được rút lại là ngày như mọi ngày khác trong tuần; nhật ký vẫn giữ.`}
    >
      <div>
        <Button variant="default" onClick={() => dialog.current?.showModal()}>
          {t`Rút ngày này`}
        </Button>
      </div>
      <ConfirmDialog
        dialog={dialog}
        title={t`Rút ngày ${date}`}
        reason="NEEDED"
        confirm={t`Rút`}
        failure={failure}
        about={{ id, version, basis }}
        send={async (reason, idempotencyKey) => {
          const document = known && basis.issuedOn !== "" ? { ...basis, link: basis.link || null } : null
          return (
            (await change({ input: { id, version, reason, idempotencyKey, document } }))
              ?.withdrawCalendarException ?? null
          )
        }}
        onDone={onDone}
      >
        <p>{t`Văn bản làm căn cứ, nếu có:`}</p>
        {input("number", t`Số, ký hiệu`)}
        {input("issuedOn", t`Ngày ban hành`, "date")}
        {input("issuer", t`Cơ quan ban hành`)}
        {input("link", t`Địa chỉ web của văn bản`, "url")}
      </ConfirmDialog>
    </Panel>
  )
}
