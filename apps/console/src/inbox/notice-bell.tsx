import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { useGraph } from "../graph/ask-graph.ts"
import { useMay } from "../session/permission.ts"
import { useSession } from "../session/session.ts"
import styles from "./notice-bell.module.css"

const UnreadNoticesDocument = graphql(`
  query UnreadNotices {
    unreadNotifications
  }
`)

/** How many notices wait, and the way to them; nothing for those who have none, or whose session has ended. */
export function NoticeBell() {
  const { state } = useSession()
  const may = useMay("notifications:own")
  return may && state === "SIGNED_IN" ? <Bell /> : null
}

/** More are not told apart at a glance. */
const MOST_SHOWN = 99

function Bell() {
  const { t } = useLingui()
  const { data } = useGraph(UnreadNoticesDocument, {})
  const unread = data?.unreadNotifications ?? 0
  return (
    <Link
      to="/thong-bao"
      className={styles.bell}
      aria-label={unread === 0 ? t`Thông báo: không có gì chưa đọc` : t`Thông báo: ${unread} chưa đọc`}
      title={t`Thông báo`}
    >
      <svg
        viewBox="0 0 20 20"
        width="18"
        height="18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.800"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M4 14.500h12c-1.200-1.500-1.700-2.500-1.700-6a4.300 4.300 0 0 0-8.600 0c0 3.500-.5 4.500-1.700 6Z" />
        <path d="M8.300 17.200a1.900 1.900 0 0 0 3.400 0" strokeLinecap="round" />
      </svg>
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
    </Link>
  )
}
