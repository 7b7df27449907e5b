import { useLingui } from "@lingui/react/macro"
import { NativeSelect, Skeleton } from "@mantine/core"
import type { AllocatedKind, DivisibleWorkQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { useGraph } from "../graph/ask-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import styles from "./agency-change.module.css"
import type { ChangePreview } from "./ask-preview.ts"
import type { Chosen } from "./change-form.ts"

const DivisibleWorkDocument = graphql(`
  query DivisibleWork($agencies: [ID!]!) {
    tasks(first: 100, filter: { lead: $agencies, inherited: true }) {
      totalCount
      edges {
        node {
          id
          code
          title
        }
      }
    }
    indicators(first: 100, filter: { lead: $agencies, inherited: true }) {
      totalCount
      edges {
        node {
          id
          code
          name
        }
      }
    }
    obstacles(
      first: 100
      filter: { agency: $agencies, state: [RAISED, RETURNED, ACCEPTED, SENT_UP, DECIDED] }
    ) {
      totalCount
      edges {
        node {
          id
          number
          title
        }
      }
    }
  }
`)

interface DividedWorkProps {
  preview: ChangePreview
  chosen: Chosen
  choose: (chosen: Chosen) => void
}

/** What those that end were given by name, each with the choice of who gets it; the rest by one choice. */
export function DividedWork({ preview, chosen, choose }: DividedWorkProps) {
  const { t } = useLingui()
  const agencies = preview.moves.map(({ agency }) => agency.id)
  const { data, failure, retry } = useGraph(DivisibleWorkDocument, { agencies })
  const sections = data === undefined ? [] : sectionsOf(data)
  return (
    <>
      <h3 className={styles.sub}>{t`Chia việc cho các cơ quan tiếp nhận`}</h3>
      <NativeSelect
        className={styles.division}
        label={t`Việc không chọn riêng`}
        value={chosen.rest ?? ""}
        onChange={({ currentTarget: { value } }) => choose({ ...chosen, rest: value === "" ? null : value })}
      >
        <option value="">{t`Tất cả các cơ quan tiếp nhận cùng chịu trách nhiệm`}</option>
        {preview.successors.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </NativeSelect>
      {failure && <FailureNotice failure={failure} partial={false} retry={retry} />}
      {data === undefined && failure === null && <Skeleton height={160} />}
      {data !== undefined && <Tally preview={preview} chosen={chosen} sections={sections} />}
      {sections.map((section) => (
        <Section key={section.kind} section={section} preview={preview} chosen={chosen} choose={choose} />
      ))}
    </>
  )
}

interface Work {
  kind: AllocatedKind
  /** How many there are, those that are not listed among them. */
  total: number
  items: readonly { id: string; name: string }[]
}

function sectionsOf({ tasks, indicators, obstacles }: DivisibleWorkQuery): Work[] {
  return [
    {
      kind: "TASK",
      total: tasks.totalCount,
      items: tasks.edges.map(({ node: { id, code, title } }) => ({ id, name: `${code}. ${title}` })),
    },
    {
      kind: "INDICATOR",
      total: indicators.totalCount,
      items: indicators.edges.map(({ node: { id, code, name } }) => ({ id, name: `${code}. ${name}` })),
    },
    {
      kind: "OBSTACLE",
      total: obstacles?.totalCount ?? 0,
      items: (obstacles?.edges ?? []).map(({ node: { id, number, title } }) => ({
        id,
        name: `VM-${number}. ${title}`,
      })),
    },
  ]
}

interface SectionProps extends DividedWorkProps {
  section: Work
}

function Section({ section: { kind, total, items }, preview, chosen, choose }: SectionProps) {
  const { t } = useLingui()
  const names: Record<AllocatedKind, string> = {
    TASK: t`Nhiệm vụ chủ trì`,
    INDICATOR: t`Chỉ tiêu`,
    OBSTACLE: t`Vướng mắc đang mở`,
  }
  if (total === 0) return null
  const give = (id: string, to: string) => {
    const allocations = new Map(chosen.allocations)
    if (to === "") allocations.delete(id)
    else allocations.set(id, { kind, to })
    choose({ ...chosen, allocations })
  }
  return (
    <>
      <h4 className={styles.sub}>
        {names[kind]} ({total})
      </h4>
      <ul className={styles.people}>
        {items.map(({ id, name }) => (
          <li key={id}>
            <span lang="vi">{name}</span>
            <NativeSelect
              aria-label={t`Cơ quan nhận: ${name}`}
              value={chosen.allocations.get(id)?.to ?? ""}
              onChange={({ currentTarget: { value } }) => give(id, value)}
            >
              <option value="">{t`Như phần không chọn riêng`}</option>
              {preview.successors.map(({ code, name: successor }) => (
                <option key={code} value={code}>
                  {successor}
                </option>
              ))}
            </NativeSelect>
          </li>
        ))}
      </ul>
      {items.length < total && (
        <p
          className={styles.soft}
        >{t`Còn ${total - items.length} mục không hiện ở đây; chúng theo phần không chọn riêng.`}</p>
      )}
    </>
  )
}

interface TallyProps {
  preview: ChangePreview
  chosen: Chosen
  sections: readonly Work[]
}

/** How much each of those that follow would get. */
function Tally({ preview, chosen: { rest, allocations }, sections }: TallyProps) {
  const { t } = useLingui()
  const countOf = ({ kind, total }: Work, code: string) => {
    const named = [...allocations.values()].filter((given) => given.kind === kind)
    const own = named.filter(({ to }) => to === code).length
    return own + (rest === null || rest === code ? total - named.length : 0)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached from the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t`Mỗi cơ quan nhận bao nhiêu việc`}>
      <table className={styles.moves}>
        <thead>
          <tr>
            <th scope="col">{t`Cơ quan tiếp nhận`}</th>
            <th scope="col" className={styles.number}>{t`Nhiệm vụ chủ trì`}</th>
            <th scope="col" className={styles.number}>{t`Chỉ tiêu`}</th>
            <th scope="col" className={styles.number}>{t`Vướng mắc đang mở`}</th>
          </tr>
        </thead>
        <tbody>
          {preview.successors.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row" lang="vi">
                {name}
              </th>
              {sections.map((section) => (
                <td key={section.kind} className={styles.number}>
                  {countOf(section, code)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
