import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import styles from "../agency/agency-work.module.css"
import { useMay } from "../session/permission.ts"
import { Page } from "../shell/page.tsx"

interface DocumentsPageProps {
  title: string
  above?: ReactNode
  beside?: ReactNode
  heading?: ReactNode
  children: ReactNode
}

/** A screen about the documents that tasks wait for, with the way to its neighbours for those who record them. */
export function DocumentsPage({ children, ...page }: DocumentsPageProps) {
  const { t } = useLingui()
  const mayRecord = useMay("documents:write")
  return (
    <Page {...page}>
      {mayRecord && (
        <nav className={`${styles.views} not-printed`} aria-label={t`Văn bản chờ`}>
          <Neighbour to="/van-ban-cho">{t`Danh sách`}</Neighbour>
          <Neighbour to="/van-ban-cho/goi-y">{t`Có thể đã ban hành`}</Neighbour>
          <Neighbour to="/van-ban-cho/gop">{t`Đề xuất gộp`}</Neighbour>
        </nav>
      )}
      {children}
    </Page>
  )
}

interface NeighbourProps {
  to: "/van-ban-cho" | "/van-ban-cho/goi-y" | "/van-ban-cho/gop"
  children: ReactNode
}

function Neighbour({ to, children }: NeighbourProps) {
  return (
    <Link to={to} activeOptions={{ exact: true, includeSearch: false }}>
      {children}
    </Link>
  )
}
