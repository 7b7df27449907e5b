import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { useGraph } from "../graph/ask-graph.ts"
import { useMay } from "../session/permission.ts"
import { Panel } from "../shell/page.tsx"
import { reminderSearch } from "./reminder-search.ts"

const TaskRemindersDocument = graphql(`
  query TaskReminders($code: String!) {
    task(code: $code) {
      id
      reminderCount
    }
  }
`)

/** How often a task was urged, for those who may read of it; nothing where it never was. */
export function TaskReminders({ code }: { code: string }) {
  return useMay("reminders:read", "reminders:read:own") && <Reminders code={code} />
}

function Reminders({ code }: { code: string }) {
  const { t } = useLingui()
  const { data } = useGraph(TaskRemindersDocument, { code })
  if (!data?.task || data.task.reminderCount === 0) return null
  return (
    <Panel
      title={t`Đôn đốc`}
      beside={
        <Link to="/don-doc" search={reminderSearch.write({ task: [data.task.id] })}>
          {t`Xem công văn`}
        </Link>
      }
    >
      <p>{t`Đã đôn đốc ${data.task.reminderCount} lần.`}</p>
    </Panel>
  )
}
