import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { LinkList } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"

const AskedAgenciesDocument = graphql(`
  query AskedAgencies($id: ID!) {
    round: reportingRound(id: $id) {
      id
      agencies {
        id
        code
        name
      }
    }
  }
`)

/** The agencies that a round names; their names come from another part of the graph, asked by itself. */
export function AskedAgencies({ id }: { id: string }) {
  const { t } = useLingui()
  const answer = useGraph(AskedAgenciesDocument, { id })
  return (
    <Answered answer={answer} waiting={<Skeleton height={40} />}>
      {({ round }) =>
        round &&
        (round.agencies.length === 0 ? (
          <p>{t`Mọi cơ quan chủ trì nhiệm vụ hoặc chịu trách nhiệm chỉ tiêu`}</p>
        ) : (
          <LinkList>
            {round.agencies.map(({ id: agencyId, code, name }) => (
              <li key={agencyId}>
                <Link to="/co-quan/$code" params={{ code }} lang="vi">
                  {name}
                </Link>
              </li>
            ))}
          </LinkList>
        ))
      }
    </Answered>
  )
}
