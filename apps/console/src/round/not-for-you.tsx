import { useLingui } from "@lingui/react/macro"
import { rolesWith } from "@plan43/authorization/role"
import { Notice } from "../notice/notice.tsx"
import { useMay } from "../session/permission.ts"
import { WhoMay } from "../session/who-may.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page } from "../shell/page.tsx"

interface NotForYouProps {
  /** What sort of screen it is, which is no secret. */
  title: string
  /** Why nothing is shown, in words. */
  what: string
}

/** What stands in the place of a round or report that the graph does not show: to whoever reads all, there is none. */
export function NotForYou({ title, what }: NotForYouProps) {
  const { t } = useLingui()
  const readsAll = useMay("reports:read")
  if (readsAll) return <NotFound />
  return (
    <Page title={title}>
      <Notice tone="information" title={what}>
        <p>{t`Cơ quan chỉ xem được kỳ và báo cáo của mình, và những gì đã công khai.`}</p>
        <WhoMay roles={rolesWith("reports:read")} />
      </Notice>
    </Page>
  )
}
