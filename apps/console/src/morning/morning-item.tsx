import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { itemSearch, reminderSearch } from "../reminder/reminder-search.ts"
import { useMay } from "../session/permission.ts"
import { ActionLink } from "../shell/action-link.tsx"
import styles from "./morning.module.css"
import { morningReasonName, whyItIsHere } from "./morning-words.ts"

const MorningItemFragment = graphql(`
  fragment MorningItem on MorningItem {
    id
    reason
    since
    days
    agency {
      id
      code
      name
    }
    task {
      id
      code
      title
    }
    obligation {
      id
    }
  }
`)

interface MorningItemProps {
  item: FragmentType<typeof MorningItemFragment>
  whose: "ALL" | "OWN"
}

/** One thing that needs somebody: why it is here, what it is about, and the one thing to do next. */
export function MorningItem({ item: masked, whose }: MorningItemProps) {
  const { i18n } = useLingui()
  const item = readFragment(MorningItemFragment, masked)
  const { reason, since, days, task, agency } = item
  return (
    <li className={styles.item} data-reason={reason}>
      <p className={styles.why}>
        <span className={styles.reason}>{i18n._(morningReasonName[reason])}</span>
        <strong>{i18n._(whyItIsHere(reason, days))}</strong>
        <span className={styles.since}>
          <PrintedDate date={since} />
        </span>
      </p>
      <p className={styles.what}>
        {task && (
          <Link to="/nhiem-vu/$code" params={{ code: task.code }} lang="vi">
            <strong>{task.code}.</strong> {task.title}
          </Link>
        )}
        {agency && (whose === "ALL" || !task) && (
          <Link to="/co-quan/$code" params={{ code: agency.code }} lang="vi">
            {agency.name}
          </Link>
        )}
      </p>
      <Action item={item} />
    </li>
  )
}

interface ActionProps {
  item: {
    reason: string
    agency?: { code: string } | null
    task?: { id: string; code: string } | null
    obligation?: { id: string } | null
  }
}

/** The one thing to do about it: for those who may only look, to look. */
function Action({ item: { reason, agency, task, obligation } }: ActionProps) {
  const { t } = useLingui()
  const decides = useMay("progress:write")
  const reports = useMay("progress:report:own")
  const reminds = useMay("reminders:write")
  if (decides && obligation && reason === "WAITING_FOR_VERIFICATION")
    return (
      <ActionLink
        data-row-link
        to="/xac-minh"
        search={{ obligation: obligation.id }}
      >{t`Xác minh`}</ActionLink>
    )
  if (!task && agency)
    return (
      <ActionLink data-row-link to="/co-quan/$code" params={{ code: agency.code }}>
        {t`Xem việc của cơ quan`}
      </ActionLink>
    )
  if (!task) return null
  if (decides && reason === "EXTENSION_REQUESTED")
    return (
      <ActionLink data-row-link to="/nhiem-vu/$code" params={{ code: task.code }}>
        {t`Quyết định gia hạn`}
      </ActionLink>
    )
  if (reminds && reason === "OVERDUE")
    return agency ? (
      <ActionLink
        data-row-link
        to="/don-doc/co-quan/$code"
        params={{ code: agency.code }}
        search={itemSearch.write({ task: [task.code] })}
      >
        {t`Đôn đốc`}
      </ActionLink>
    ) : (
      <ActionLink data-row-link to="/don-doc" search={reminderSearch.write({ task: [task.id] })}>
        {t`Đôn đốc`}
      </ActionLink>
    )
  if (reports && obligation && reason !== "ANSWERED")
    return (
      <ActionLink
        data-row-link
        to="/nhiem-vu/$code/bao-cao/$obligation"
        params={{ code: task.code, obligation: obligation.id }}
      >
        {reason === "RETURNED" ? t`Sửa báo cáo` : t`Báo cáo`}
      </ActionLink>
    )
  if (obligation)
    return (
      <ActionLink
        data-row-link
        to="/nhiem-vu/$code/nghia-vu/$obligation"
        params={{ code: task.code, obligation: obligation.id }}
      >
        {reason === "ANSWERED" ? t`Xem câu trả lời` : t`Xem phần việc`}
      </ActionLink>
    )
  return (
    <ActionLink data-row-link to="/nhiem-vu/$code" params={{ code: task.code }}>
      {t`Xem nhiệm vụ`}
    </ActionLink>
  )
}
