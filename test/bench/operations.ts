import { type DocumentNode, print } from "graphql"
import {
  AgencyRegisterDocument,
  IndicatorDetailDocument,
  IndicatorRegisterDocument,
  LeadTableDocument,
  TaskOrderField,
  TaskRegisterDocument,
} from "../../apps/console/src/__generated__/graphql.ts"
import { withDay } from "./with-day.ts"

/** One question, and how it is asked differently each time. */
export interface BenchOperation {
  name: string
  query: string
  /** @param n counts requests; different numbers give different variables as far as the data allow */
  variables(n: number): Record<string, unknown>
}

/** Rows of a page of the console's registers. */
const PAGE = 100

/**
 * The heaviest operation of each of the console's five heaviest screens, as the console asks it, and one that goes
 * from tasks to the indicators of their leads and on to the agencies that lead those.
 * @param indicatorCodes of every indicator there is
 */
export const operationsAbout = (indicatorCodes: readonly string[]): BenchOperation[] => [
  {
    name: "overview: tasks by lead",
    query: print(withDay(LeadTableDocument, "taskSummary")),
    variables: (n) => ({ asOf: dayOf(n) }),
  },
  {
    name: "register of tasks, 100 rows",
    query: textOf(TaskRegisterDocument),
    variables: (n) => ({
      filter: {},
      orderBy: { field: TaskOrderField.PlanOrder },
      asOf: dayOf(n),
      first: PAGE,
    }),
  },
  {
    name: "register of indicators, all",
    query: textOf(IndicatorRegisterDocument),
    variables: (n) => ({ filter: {}, asOf: dayOf(n), first: PAGE }),
  },
  {
    name: "register of agencies, 100 rows",
    query: textOf(AgencyRegisterDocument),
    variables: (n) => ({ filter: { activeOn: dayOf(n) }, first: PAGE }),
  },
  {
    name: "detail of an indicator",
    query: textOf(IndicatorDetailDocument),
    variables: (n) => ({ code: indicatorCodes[n % indicatorCodes.length] }),
  },
  {
    name: "three hops: tasks, indicators, agencies",
    query: /* GraphQL */ `
      query ThreeHops($asOf: Date, $first: Int!) {
        tasks(first: $first) {
          edges { node { code title status(asOf: $asOf) leads {
            code
            name
            ledTasks(first: 3) { totalCount edges { node { code title } } }
            indicators(first: 3) {
              totalCount
              edges { node { code name assessment(asOf: $asOf) { state } leads { code name } } }
            }
          } } }
        }
      }`,
    variables: (n) => ({ asOf: dayOf(n), first: 20 }),
  },
]

function textOf(document: DocumentNode): string {
  return print(document)
}

/** A day from 2026 on, e.g. "2026-01-01" for 0. */
function dayOf(n: number): string {
  return new Date(Date.UTC(2026, 0, 1 + (n % 1_500))).toISOString().slice(0, 10)
}
