import { useLingui } from "@lingui/react/macro"
import { Button, Checkbox, Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import type { AgencyRemindedQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import formStyles from "../form/form.module.css"
import type { UserError } from "../form/user-error.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { TaskStatusMark } from "../task/task-status-mark.tsx"
import { useDrafting } from "./draft-letters.ts"
import styles from "./reminder.module.css"
import { itemSearch } from "./reminder-search.ts"

const AgencyRemindedDocument = graphql(`
  query AgencyReminded($code: String!, $agency: ID!) {
    agency(code: $code) {
      id
      name
    }
    obligationsToRemind(agency: $agency, first: 100) {
      totalCount
      edges {
        node {
          id
          status
          silentSince
          reminderCount
          remindedOn
          reminderDraft {
            id
            fullNumber
          }
          task {
            id
            code
            title
          }
        }
      }
    }
  }
`)

const route = getRouteApi("/don-doc/co-quan/$code")

/** What of an agency is late or silent, to choose what a letter lists. */
export function RemindAgency() {
  const { t } = useLingui()
  const title = t`Soạn công văn đôn đốc`
  return (
    <Restricted to="reminders:write" title={title}>
      <ItemsToChoose title={title} />
    </Restricted>
  )
}

function ItemsToChoose({ title }: { title: string }) {
  const { t } = useLingui()
  const { code } = route.useParams()
  const answer = useGraph(AgencyRemindedDocument, { code, agency: code })
  if (answer.data?.agency === null && answer.failure === null) return <NotFound />
  return (
    <Page title={title} above={<Link to="/don-doc">{t`Đôn đốc`}</Link>}>
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {(data) => <Items key={code} data={data} />}
      </Answered>
    </Page>
  )
}

type Obligation = AgencyRemindedQuery["obligationsToRemind"]["edges"][number]["node"]

function Items({ data }: { data: AgencyRemindedQuery }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { draft, failure } = useDrafting()
  const items = data.obligationsToRemind.edges.map(({ node }) => node)
  const free = items.filter(({ reminderDraft }) => reminderDraft == null)
  const { task: asked } = itemSearch.read(route.useSearch()).values
  const [left, setLeft] = useState<readonly string[]>(() =>
    asked === undefined ? [] : items.filter(({ task }) => !asked.includes(task.code)).map(({ id }) => id),
  )
  const [errors, setErrors] = useState<readonly UserError[]>([])
  const chosen = free.filter(({ id }) => !left.includes(id))
  async function write() {
    const outcome = await draft(chosen.map(({ id }) => id))
    if (outcome === null) return
    setErrors(outcome.errors)
    if (outcome.id !== null) void navigate({ to: "/don-doc/$id", params: { id: outcome.id } })
  }
  return (
    <Panel
      title={<span lang="vi">{data.agency?.name}</span>}
      note={t`Nhiệm vụ chưa có báo cáo đứng trước.`}
      beside={t`${data.obligationsToRemind.totalCount} nhiệm vụ`}
    >
      {items.length === 0 && <p>{t`Không có nhiệm vụ nào chậm hoặc chưa báo cáo.`}</p>}
      <ul className={styles.choices}>
        {items.map((item) => (
          <li key={item.id}>
            <Checkbox
              className={styles.choice}
              label={
                <span lang="vi">
                  {item.task.code}. {item.task.title}
                </span>
              }
              disabled={item.reminderDraft != null}
              checked={item.reminderDraft == null && !left.includes(item.id)}
              onChange={(event) => {
                const on = event.currentTarget.checked
                setLeft((before) => (on ? before.filter((id) => id !== item.id) : [...before, item.id]))
              }}
            />
            <ItemFacts item={item} />
          </li>
        ))}
      </ul>
      {errors.map(({ reason, message }) => (
        <p key={`${reason} ${message}`} role="alert" lang="vi" className={formStyles.error}>
          {message}
        </p>
      ))}
      {failure && <FailureNotice failure={failure} partial={false} retry={() => void write()} />}
      <div className={styles.actions}>
        <Button disabled={chosen.length === 0} onClick={() => void write()}>
          {t`Soạn công văn nêu ${chosen.length} nhiệm vụ`}
        </Button>
        <Link to="/don-doc">{t`Thôi`}</Link>
      </div>
    </Panel>
  )
}

function ItemFacts({ item }: { item: Obligation }) {
  const { t } = useLingui()
  return (
    <span className={styles.facts}>
      <TaskStatusMark status={item.status} />
      {item.silentSince && (
        <span className={styles.silent}>
          {t`chưa báo cáo từ`} <PrintedDate date={item.silentSince} />
        </span>
      )}
      {item.reminderCount > 0 && <span>{t`đã đôn đốc ${item.reminderCount} lần`}</span>}
      {item.remindedOn && (
        <span>
          {t`gần nhất`} <PrintedDate date={item.remindedOn} />
        </span>
      )}
      {item.reminderDraft && (
        <Link to="/don-doc/$id" params={{ id: item.reminderDraft.id }} lang="vi">
          {t`trong dự thảo ${item.reminderDraft.fullNumber}`}
        </Link>
      )}
    </span>
  )
}
