import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { rolesWith } from "@plan43/authorization/role"
import type { Scope } from "@plan43/authorization/scope"
import { Fragment, type ReactNode } from "react"
import { Notice } from "../notice/notice.tsx"
import { Page } from "../shell/page.tsx"
import { useMay } from "./permission.ts"
import { useSession } from "./session.ts"
import { WhoMay } from "./who-may.tsx"

interface RestrictedProps {
  /** What one must be allowed to do to see the screen: it, or one of them. */
  to: Scope | readonly Scope[]
  /** The screen's title, which is no secret. */
  title: string
  children: ReactNode
}

/** A screen that not everybody may see: to the others it explains who can. */
export function Restricted({ to, title, children }: RestrictedProps) {
  const { t } = useLingui()
  const { state, person } = useSession()
  const anyOf = typeof to === "string" ? [to] : to
  const may = useMay(...anyOf)
  // Another person begins anew: what the one before was typing is not theirs
  if (may) return <Fragment key={person?.id}>{children}</Fragment>
  return (
    <Page title={title}>
      {state === "UNKNOWN" ? (
        <div aria-busy="true">
          <Skeleton height={160} />
        </div>
      ) : (
        <Notice
          tone="information"
          title={
            state === "SIGNED_IN"
              ? t`Tài khoản này không dùng được trang này`
              : t`Cần đăng nhập để dùng trang này`
          }
        >
          <WhoMay roles={[...new Set(anyOf.flatMap(rolesWith))]} />
        </Notice>
      )}
    </Page>
  )
}
