import { type Deadlines, type TaskFilter, type TaskOrder, TaskOrderField } from "../__generated__/graphql.ts"
import { deadlineKinds } from "../deadline/deadline-kind.ts"
import { deadlines } from "../deadline/deadlines-search.ts"
import {
  day,
  references,
  type SearchOf,
  searchModel,
  someOf,
  type ValuesOf,
  words,
  yes,
} from "../register/search-model.ts"
import { sortBy } from "../register/sort.ts"
import { taskStatuses } from "./task-status-mark.tsx"

/** Sections of Annex II. */
export const sectionNumerals = ["I", "II", "III", "IV", "V", "VI", "VII"] as const

const fields = {
  q: words,
  status: someOf(taskStatuses),
  section: someOf(sectionNumerals),
  lead: references,
  coordinator: references,
  throughGroups: yes,
  inherited: yes,
  deadline: someOf(deadlineKinds),
  dueAfter: day,
  dueBefore: day,
  trigger: references,
  asOf: day,
  deadlines,
  sort: sortBy(Object.values(TaskOrderField)),
}

/** What the address of the task register may hold. */
export const taskSearch = searchModel(fields)
export type TaskSearch = SearchOf<typeof fields>
export type TaskSearchValues = ValuesOf<typeof fields>

/** The question to the graph that an address stands for. */
export function taskQuestion(values: TaskSearchValues): {
  filter: TaskFilter
  orderBy: TaskOrder | null
  asOf: string | null
  deadlines: Deadlines | null
} {
  const { q, deadline, sort, ...rest } = values
  return {
    filter: { ...rest, text: q, deadlineKind: deadline },
    orderBy: sort ?? null,
    asOf: values.asOf ?? null,
    deadlines: values.deadlines ?? null,
  }
}
