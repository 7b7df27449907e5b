import { useLingui } from "@lingui/react/macro"
import { LinkList } from "../facts/facts.tsx"
import { Panel } from "../shell/page.tsx"
import { ItemLink, type NamedItem } from "./item-link.tsx"

interface ItemsWithoutReportProps {
  items: readonly (NamedItem & { id: string })[]
}

/** What nobody reports on although all are asked; nothing where there is none. */
export function ItemsWithoutReport({ items }: ItemsWithoutReportProps) {
  const { t } = useLingui()
  if (items.length === 0) return null
  return (
    <Panel
      title={t`${items.length} nội dung không có cơ quan báo cáo`}
      note={t`Do nhóm cơ quan chủ trì mà danh sách thành viên chưa được ghi.`}
    >
      <details open={items.length <= 5}>
        <summary>{t`Xem danh sách`}</summary>
        <LinkList>
          {items.map((item) => (
            <li key={item.id}>
              <ItemLink item={item} />
            </li>
          ))}
        </LinkList>
      </details>
    </Panel>
  )
}
