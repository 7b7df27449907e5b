import { FIGURES, officialTallyOf, type TaskStatus, taskStatuses } from "@plan43/official-tally"
import fc from "fast-check"
import { expect, test } from "vitest"
import { anySynthesis } from "../testing/any-synthesis.ts"
import { annexesOf } from "./annexes.ts"
import { textOf } from "./outline/figure.ts"
import { reportOutlineOf } from "./outline/report-outline.ts"
import type { SynthesisContent } from "./synthesis-content.ts"
import { agencyTable, type SynthesisTable, sectionTable } from "./tables.ts"
import { STATUS_IN_WORDS } from "./words.ts"

/** Any content, in which some of the agencies that lead have no name. */
const anyContent = fc
  .tuple(anySynthesis, fc.subarray(["a0", "a1", "a2"]))
  .map(([{ content }, nameless]): { content: SynthesisContent; nameless: string[] } => ({
    content: { ...content, agencies: content.agencies.filter(({ id }) => !nameless.includes(id)) },
    nameless: nameless.filter((id) => content.tasks.some(({ leadIds }) => leadIds.includes(id))),
  }))

/** The figures of each row of a table of tallies. */
const figuresIn = ({ rows }: SynthesisTable) =>
  rows.map((row) => ("heading" in row ? [] : row.slice(2).map(Number)))

const statusOf = (words: unknown) =>
  taskStatuses.find((status) => STATUS_IN_WORDS[status] === words) as TaskStatus

/** What the annex of tasks shows, counted section by section by the words in its column of statuses. */
function countedIn(content: SynthesisContent): number[][] {
  const table = annexesOf(content).find(({ key }) => key === "TASKS")?.table as SynthesisTable
  const column = table.columns.findIndex(({ heading }) => heading === "Tình trạng")
  const sections: TaskStatus[][] = []
  for (const row of table.rows) {
    if ("heading" in row) sections.push([])
    else sections.at(-1)?.push(statusOf(row[column]))
  }
  return [...sections, sections.flat()].map((statuses) => {
    const tally = officialTallyOf(statuses.map((status) => ({ status, count: 1 })))
    return FIGURES.map((figure) => tally[figure])
  })
}

test("the rows of the annex of tasks, counted, are the figures of the table by sections, and of the City", () => {
  fc.assert(
    fc.property(anyContent, ({ content }) => {
      expect(countedIn(content)).toEqual(figuresIn(sectionTable(content)))
    }),
  )
})

test("the columns of the table by agencies add up to the City's, also where the name of an agency is not known", () => {
  fc.assert(
    fc.property(anyContent, ({ content }) => {
      const rows = figuresIn(agencyTable(content))
      const city = rows.at(-1) as number[]
      expect(city).toEqual(figuresIn(sectionTable(content)).at(-1))
      for (const place of FIGURES.keys())
        expect(rows.slice(0, -1).reduce((sum, row) => sum + (row[place] ?? Number.NaN), 0)).toBe(city[place])
    }),
  )
})

test("every agency that leads something has its row, and is named as nameless where its name is not known", () => {
  fc.assert(
    fc.property(anyContent, ({ content, nameless }) => {
      const leading = new Set(content.tasks.flatMap(({ leadIds }) => leadIds))
      const names = agencyTable(content).rows.flatMap((row) => ("heading" in row ? [] : [row[1]]))
      expect(names.slice(0, -3)).toHaveLength(leading.size)
      expect(names.filter((name) => name === "Cơ quan không rõ tên")).toHaveLength(nameless.length)
      const late = content.tasks.filter(({ status }) => status === "OVERDUE")
      const sentences = reportOutlineOf(content).find(({ key }) => key === "AGENCIES")?.blocks ?? []
      const said = sentences.map((block) => (block.kind === "SENTENCE" ? textOf(block.pieces) : "")).join("")
      expect(said.split("Cơ quan không rõ tên").length - 1).toBe(
        nameless.filter((id) => late.some(({ leadIds }) => leadIds.includes(id))).length,
      )
    }),
  )
})
