import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import type { ReportItemKind } from "../__generated__/graphql.ts"

/** A task or an indicator as a round names it. */
export interface NamedItem {
  kind: ReportItemKind
  code: string
  name: string
}

/** A task or an indicator that is reported on, under its name as printed; its code leads there. */
export function ItemLink({ item: { kind, code, name } }: { item: NamedItem }) {
  const { t } = useLingui()
  return (
    <>
      {kind === "TASK" ? (
        <Link to="/nhiem-vu/$code" params={{ code }}>
          {t`Nhiệm vụ ${code}`}
        </Link>
      ) : (
        <Link to="/chi-tieu/$code" params={{ code }}>
          {t`Chỉ tiêu ${code}`}
        </Link>
      )}{" "}
      <span lang="vi">{name}</span>
    </>
  )
}
