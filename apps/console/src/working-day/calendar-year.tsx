import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import type { CalendarOfYearQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { today } from "../calendar/today.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Notice } from "../notice/notice.tsx"
import progressStyles from "../progress/progress.module.css"
import { Restricted } from "../session/restricted.tsx"
import { ActionLink } from "../shell/action-link.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { calendarKindName, findingSentence } from "./calendar-names.ts"
import { calendarSearch } from "./calendar-search.ts"
import styles from "./calendar-year.module.css"

const CalendarOfYearDocument = graphql(`
  query CalendarOfYear($year: Int!) {
    calendarExceptions(year: $year) {
      id
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
    calendarFindings(year: $year) {
      kind
      day
    }
  }
`)

type Day = CalendarOfYearQuery["calendarExceptions"][number]

const route = getRouteApi("/lich-lam-viec")

/** The days on which offices are closed or work out of turn: notices are told on working days only. */
export function CalendarYear() {
  const { t } = useLingui()
  return (
    <Restricted to="reminders:write" title={t`Lịch làm việc`}>
      <Year />
    </Restricted>
  )
}

function Year() {
  const { t } = useLingui()
  const chosen = calendarSearch.read(route.useSearch()).values.year
  const year = chosen ?? Number(today().slice(0, 4))
  const answer = useGraph(CalendarOfYearDocument, { year })
  return (
    <Page
      title={t`Lịch làm việc năm ${year}`}
      beside={<ActionLink to="/lich-lam-viec/moi">{t`Thêm ngày`}</ActionLink>}
    >
      <p>
        {t`Thông báo nhắc hạn chỉ gửi trong giờ làm việc. Ngày nào dưới đây chưa đối chiếu thì hệ thống có sẵn theo luật hoặc thông báo nêu ở cột Nguồn, chưa ai kiểm tra với văn bản.`}
      </p>
      <nav aria-label={t`Chọn năm`}>
        <ul className={styles.years}>
          {[year - 1, year, year + 1].map((each) => (
            <li key={each}>
              <Link
                to="/lich-lam-viec"
                search={calendarSearch.write({ year: each })}
                aria-current={each === year ? "page" : undefined}
              >
                {each}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ calendarExceptions, calendarFindings }) => (
          <>
            <Findings findings={calendarFindings} />
            <Days days={calendarExceptions} />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Findings({ findings }: { findings: CalendarOfYearQuery["calendarFindings"] }) {
  const { t, i18n } = useLingui()
  if (findings.length === 0)
    return (
      <Notice tone="information" title={t`Khớp với Điều 111 và 112 Bộ luật Lao động`}>
        <p>{t`Đủ số ngày nghỉ lễ, Tết và nghỉ bù; ngày nghỉ hoán đổi nào cũng có ngày làm bù.`}</p>
      </Notice>
    )
  return (
    <Notice tone="caution" title={t`Chưa khớp với Điều 111 và 112 Bộ luật Lao động`}>
      <ul>
        {findings.map(({ kind, day }) => (
          <li key={`${kind} ${day}`}>
            {i18n._(findingSentence[kind])}
            {day && (
              <>
                : <PrintedDate date={day} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Days({ days }: { days: readonly Day[] }) {
  const { t, i18n } = useLingui()
  const confirmed = days.filter(({ confirmedOn }) => confirmedOn != null).length
  if (days.length === 0)
    return (
      <Panel title={t`Ngày nghỉ và ngày làm bù`}>
        <p>{t`Chưa ghi ngày nào của năm này: mọi ngày từ thứ Hai đến thứ Sáu được coi là ngày làm việc.`}</p>
      </Panel>
    )
  return (
    <Panel
      title={t`Ngày nghỉ và ngày làm bù`}
      beside={<span>{t`đã đối chiếu ${confirmed} trên ${days.length}`}</span>}
    >
      <table className={`${progressStyles.table} ${progressStyles.stacked}`}>
        <caption className="for-readers">{t`Ngày nghỉ và ngày làm bù`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Ngày`}</th>
            <th scope="col">{t`Loại ngày`}</th>
            <th scope="col">{t`Nguồn`}</th>
            <th scope="col">{t`Đối chiếu`}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.id} data-day={day.day}>
              <th scope="row">
                <Link to="/lich-lam-viec/$id" params={{ id: day.id }} data-row-link>
                  <Weekday day={day.day} /> <PrintedDate date={day.day} />
                </Link>{" "}
                <span lang="vi">{day.name}</span>
              </th>
              <td data-column={t`Loại ngày`} className={styles.state}>
                {i18n._(calendarKindName[day.kind])}
              </td>
              <td data-column={t`Nguồn`} lang="vi">
                {day.document ? <Announcement document={day.document} /> : day.source}
              </td>
              <td data-column={t`Đối chiếu`} className={styles.state}>
                {day.confirmedOn ? (
                  <>
                    {t`đã đối chiếu`} <PrintedDate date={day.confirmedOn} />
                  </>
                ) : (
                  <span className={progressStyles.mark} data-tone="warm">
                    {t`chưa đối chiếu`}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** The day of the week, in words. */
function Weekday({ day }: { day: string }) {
  const { i18n } = useLingui()
  const weekday = new Intl.DateTimeFormat(i18n.locale, { weekday: "long", timeZone: "UTC" })
  return weekday.format(new Date(`${day}T00:00:00Z`))
}

function Announcement({
  document: { number, issuedOn, issuer, link },
}: {
  document: NonNullable<Day["document"]>
}) {
  const words = (
    <>
      {number} · <PrintedDate date={issuedOn} /> · {issuer}
    </>
  )
  return link ? (
    <a href={link} rel="noreferrer">
      {words}
    </a>
  ) : (
    words
  )
}
