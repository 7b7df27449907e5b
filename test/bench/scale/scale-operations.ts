import { print } from "graphql"
import {
  AgencyDetailDocument,
  IndicatorDetailDocument,
  TaskOrderField,
  TaskRegisterDocument,
  TaskStatus,
} from "../../../apps/console/src/__generated__/graphql.ts"
import type { BenchOperation } from "../operations.ts"

const PLAN = "43/KH-UBND"
const SEARCHED = ["chuyen doi so", "du lieu", "an ninh mang", "ban dan", "nhan luc"]
const textOf = (document: object) => print(document as never)

/** As the console asks them; each names the plan, since a page is about one. */
export const scaleOperations: readonly BenchOperation[] = [
  {
    name: "register of tasks, 100 rows",
    query: textOf(TaskRegisterDocument),
    variables: (n) => ({
      filter: { plan: PLAN },
      orderBy: { field: TaskOrderField.PlanOrder },
      asOf: dayOf(n),
      first: 100,
    }),
  },
  {
    name: "search in tasks",
    query: textOf(TaskRegisterDocument),
    variables: (n) => ({
      filter: { plan: PLAN, text: SEARCHED[n % SEARCHED.length] },
      orderBy: { field: TaskOrderField.PlanOrder },
      asOf: dayOf(n),
      first: 100,
    }),
  },
  {
    name: "register of late tasks",
    query: textOf(TaskRegisterDocument),
    variables: (n) => ({
      filter: { plan: PLAN, status: [TaskStatus.Overdue] },
      orderBy: { field: TaskOrderField.DueOn },
      asOf: dayOf(n),
      first: 100,
    }),
  },
  {
    name: "late obligations",
    query: /* GraphQL */ `query Obligations($filter: TaskObligationFilter) {
      obligations(filter: $filter, first: 50) {
        totalCount edges { node { id status dueOn silentSince task { code title } agency { id } claim { id } } }
      }
    }`,
    variables: () => ({ filter: { plan: PLAN, status: [TaskStatus.Overdue] } }),
  },
  {
    name: "summary of tasks",
    query: /* GraphQL */ `query Summary($filter: TaskFilter, $asOf: Date) {
      taskSummary(filter: $filter, asOf: $asOf) {
        total byStatus { status count } bySection { section { numeral } count } byLead { agency { id } count }
      }
    }`,
    variables: (n) => ({ filter: { plan: PLAN }, asOf: dayOf(n) }),
  },
  {
    name: "page of an agency",
    query: textOf(AgencyDetailDocument),
    variables: () => ({ code: "so-khcn" }),
  },
  {
    name: "page of an indicator",
    query: textOf(IndicatorDetailDocument),
    variables: (n) => ({ code: String((n % 9) + 1) }),
  },
]

/** Days in a row, so that no answer can be taken from the one before. */
function dayOf(n: number): string {
  return new Date(Date.UTC(2025, 2, 1 + n)).toISOString().slice(0, 10)
}
