import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import type { ReportItemKind } from "../__generated__/graphql.ts"

/** What a round is about, as it names it. */
export interface NamedItem {
  kind: ReportItemKind
  code: string
  name: string
}

/** A task, an indicator or a question by its code, e.g. "Nhiệm vụ 85b". */
export function useItemName(): (item: Pick<NamedItem, "kind" | "code">) => string {
  const { t } = useLingui()
  return ({ kind, code }) => {
    switch (kind) {
      case "TASK":
        return t`Nhiệm vụ ${code}`
      case "INDICATOR":
        return t`Chỉ tiêu ${code}`
      case "QUESTION":
        return t`Câu hỏi ${code}`
    }
  }
}

/** What is reported on, under its name as printed; the code of a task or an indicator leads there. */
export function ItemLink({ item }: { item: NamedItem }) {
  const nameOf = useItemName()
  const { kind, code, name } = item
  return (
    <>
      {kind === "TASK" && (
        <Link to="/nhiem-vu/$code" params={{ code }}>
          {nameOf(item)}
        </Link>
      )}
      {kind === "INDICATOR" && (
        <Link to="/chi-tieu/$code" params={{ code }}>
          {nameOf(item)}
        </Link>
      )}
      {kind === "QUESTION" && nameOf(item)} <span lang="vi">{name}</span>
    </>
  )
}
