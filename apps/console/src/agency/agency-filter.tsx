import { useLingui } from "@lingui/react/macro"
import { Skeleton, TextInput } from "@mantine/core"
import { useDeferredValue, useState } from "react"
import { graphql } from "../__generated__/index.ts"
import { Choices } from "../filter/choice-filter.tsx"
import styles from "../filter/filter.module.css"
import { useGraph } from "../graph/ask-graph.ts"

const AgencyChoicesDocument = graphql(`
  query AgencyChoices($filter: AgencyFilter) {
    agencies(filter: $filter, first: 30) {
      totalCount
      edges {
        node {
          id
          code
          name
        }
      }
    }
  }
`)

interface AgencyFilterProps {
  label: string
  /** Codes of agencies. */
  chosen: readonly string[]
  onChange: (codes: string[]) => void
}

/** Agencies to choose from, found by name. */
export function AgencyFilter({ label, chosen, onChange }: AgencyFilterProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState("")
  const text = useDeferredValue(typed)
  const { data, failure } = useGraph(AgencyChoicesDocument, { filter: text.trim() ? { text } : null })
  const found = data?.agencies.edges.map(({ node }) => ({
    value: node.code,
    name: <span lang="vi">{node.name}</span>,
  }))
  return (
    <div className={styles.fields}>
      <TextInput
        label={t`Tìm cơ quan`}
        description={t`Không cần gõ dấu`}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      {found === undefined && !failure && <Skeleton height={120} />}
      {failure && !found && <p role="alert">{t`Danh sách cơ quan tạm thời không truy cập được`}</p>}
      {found?.length === 0 && <p>{t`Không có cơ quan nào khớp`}</p>}
      {found && <Choices label={label} choices={found} chosen={chosen} onChange={onChange} />}
      {data && data.agencies.totalCount > data.agencies.edges.length && (
        <p>{t`Còn ${data.agencies.totalCount - data.agencies.edges.length} cơ quan khác; gõ thêm để thu hẹp`}</p>
      )}
    </div>
  )
}

const AgencyNameDocument = graphql(`
  query AgencyName($code: String!) {
    agency(code: $code) {
      id
      name
    }
  }
`)

/** The name of an agency known by its code; the code itself until the name is there. */
export function AgencyName({ code }: { code: string }) {
  const { data } = useGraph(AgencyNameDocument, { code })
  return <span lang="vi">{data?.agency?.name ?? code}</span>
}
