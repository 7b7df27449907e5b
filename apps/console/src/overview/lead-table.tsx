import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { graphql } from "../__generated__/index.ts"
import { agencyDetailSearch } from "../agency/agency-detail-search.ts"
import { AsOf } from "../calendar/as-of.tsx"
import type { OnDay } from "../calendar/day-search.ts"
import type { ByDeadlines } from "../deadline/deadlines-search.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Panel } from "../shell/page.tsx"
import { StatusTable } from "./status-table.tsx"

const LeadTableDocument = graphql(`
  query LeadTable($asOf: Date, $deadlines: Deadlines) {
    taskSummary(asOf: $asOf, deadlines: $deadlines) {
      asOf
      byLead {
        agency {
          id
          code
          name
        }
        count
        byStatus {
          status
          count
        }
      }
    }
  }
`)

/** How many agencies are shown at first. */
const SHORT = 10

/** The tasks of each agency that leads any. */
export function LeadTable({ asOf, deadlines }: OnDay & ByDeadlines) {
  const { t } = useLingui()
  const [whole, setWhole] = useState(false)
  const answer = useGraph(LeadTableDocument, { asOf: asOf ?? null, deadlines: deadlines ?? null })
  return (
    <Panel
      title={t`Nhiệm vụ theo cơ quan chủ trì`}
      beside={answer.data && <AsOf date={answer.data.taskSummary.asOf} />}
      note={t`Nhiệm vụ do nhiều cơ quan cùng chủ trì được tính cho từng cơ quan, nên tổng các dòng lớn hơn số nhiệm vụ.`}
    >
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ taskSummary: { byLead } }) => (
          <>
            <StatusTable
              caption={t`Số nhiệm vụ của mỗi cơ quan chủ trì theo tình trạng`}
              heading={t`Cơ quan chủ trì`}
              rows={byLead.slice(0, whole ? undefined : SHORT).map(({ agency, count, byStatus }) => ({
                key: agency.id,
                name: (
                  <Link
                    to="/co-quan/$code"
                    params={{ code: agency.code }}
                    search={agencyDetailSearch.write({ deadlines })}
                    lang="vi"
                  >
                    {agency.name}
                  </Link>
                ),
                count,
                counts: byStatus,
                search: { lead: [agency.code], asOf, deadlines },
              }))}
            />
            {byLead.length > SHORT && (
              <Button
                variant="default"
                size="xs"
                mt="sm"
                onClick={() => setWhole(!whole)}
                aria-expanded={whole}
              >
                {whole ? t`Thu gọn` : t`Xem tất cả ${byLead.length} cơ quan`}
              </Button>
            )}
          </>
        )}
      </Answered>
    </Panel>
  )
}
