import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Panel } from "../shell/page.tsx"
import styles from "./overview.module.css"

const CooperationFiguresDocument = graphql(`
  query CooperationFigures {
    cooperationProgrammes(first: 1) {
      totalCount
    }
    partners(first: 1) {
      totalCount
    }
    agreements(first: 1) {
      totalCount
    }
    cooperationActivities(first: 1) {
      totalCount
    }
    experts(first: 1) {
      totalCount
    }
  }
`)

/** What is recorded of international cooperation. */
export function CooperationFigures() {
  const { t } = useLingui()
  const answer = useGraph(CooperationFiguresDocument, {})
  return (
    <Panel title={t`Hợp tác quốc tế`}>
      <Answered answer={answer} waiting={<Skeleton height={240} />}>
        {(data) => {
          const lines = [
            ["/hop-tac", t`Chương trình nêu trong Kế hoạch`, data.cooperationProgrammes.totalCount],
            ["/hop-tac/doi-tac", t`Đối tác`, data.partners.totalCount],
            ["/hop-tac/thoa-thuan", t`Thỏa thuận`, data.agreements.totalCount],
            ["/hop-tac/hoat-dong", t`Hoạt động`, data.cooperationActivities.totalCount],
            ["/hop-tac/chuyen-gia", t`Chuyên gia`, data.experts.totalCount],
          ] as const
          return (
            <ul className={styles.counts}>
              {lines.map(([to, name, count]) => (
                <li key={to}>
                  <span>{name}</span>
                  <Link to={to} aria-label={`${count} · ${name}`}>
                    {count}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }}
      </Answered>
    </Panel>
  )
}
