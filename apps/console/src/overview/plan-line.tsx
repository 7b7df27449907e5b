import { Trans } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { useGraph } from "../graph/ask-graph.ts"

const PlanLineDocument = graphql(`
  query PlanLine {
    plans {
      id
      number
      issuedOn
      issuer
    }
  }
`)

/** The plans that are followed here: number, day, issuer. */
export function PlanLine() {
  const { data } = useGraph(PlanLineDocument, {})
  return data?.plans.map(({ id, number, issuedOn, issuer }) => (
    <Link key={id} to="/ke-hoach">
      <Trans>
        Kế hoạch {number} ngày <PrintedDate date={issuedOn} /> của <span lang="vi">{issuer}</span>
      </Trans>
    </Link>
  ))
}
