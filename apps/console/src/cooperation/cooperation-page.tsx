import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import styles from "../agency/agency-work.module.css"
import { Page } from "../shell/page.tsx"

/** A screen of international cooperation, with the way to its neighbours. */
export function CooperationPage({
  title,
  beside,
  children,
}: {
  title: string
  beside?: ReactNode
  children: ReactNode
}) {
  const { t } = useLingui()
  return (
    <Page title={title} above={t`Hợp tác quốc tế`} beside={beside}>
      <nav className={`${styles.views} not-printed`} aria-label={t`Hợp tác quốc tế`}>
        <Neighbour to="/hop-tac">{t`Chương trình`}</Neighbour>
        <Neighbour to="/hop-tac/doi-tac">{t`Đối tác`}</Neighbour>
        <Neighbour to="/hop-tac/thoa-thuan">{t`Thỏa thuận`}</Neighbour>
        <Neighbour to="/hop-tac/hoat-dong">{t`Hoạt động`}</Neighbour>
        <Neighbour to="/hop-tac/chuyen-gia">{t`Chuyên gia`}</Neighbour>
      </nav>
      {children}
    </Page>
  )
}

interface NeighbourProps {
  to: "/hop-tac" | "/hop-tac/doi-tac" | "/hop-tac/thoa-thuan" | "/hop-tac/hoat-dong" | "/hop-tac/chuyen-gia"
  children: ReactNode
}

function Neighbour({ to, children }: NeighbourProps) {
  return (
    <Link to={to} activeOptions={{ exact: true, includeSearch: false }}>
      {children}
    </Link>
  )
}
