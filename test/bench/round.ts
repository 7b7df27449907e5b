/**
 * `npm run bench:round`: what a reporting round costs where a handful of agencies report and where all of the City do: how
 * long each step takes over the gateway, and how many SQL statements reporting sends for it. Statements that grow with the
 * agencies are an error, and so is a City's report that people wait too long for.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { loadavg } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type RunningSystem, startSystem, subgraphUrl } from "../running-system.ts"
import { type SignedIn, signedInAs } from "../signed-in.ts"
import { superuserOf } from "../superuser.ts"
import { statementsOf } from "./ask.ts"
import { formSavedByLibreOffice, lostInLibreOffice } from "./round/libre-office.ts"
import { type BenchRound, preparedRound, roundSteps } from "./round/round-steps.ts"

/** How often each step is taken; opening and locking are steps of a round of their own each time. */
const TIMES = 5
/** From this step on every report is there. */
const FILLED_BEFORE = "official tallies"
/** As long, in milliseconds, people wait for the report of the City at most. */
const LONGEST_REPORT = 3_000
/** The handful. */
const FEW = ["so-khcn", "so-tai-chinh", "so-noi-vu"]

interface Step {
  name: string
  few: Cost
  all: Cost
}

interface Cost {
  /** Milliseconds, median. */
  ms: number
  /** Of reporting, with what it reads of tasks and indicators. */
  statements: number
}

const system = await startSystem({ environment: { RATE_PERSON: "1000000" } })
try {
  const coordinator = await signedInAs("dieu-phoi", system)
  const { agencies } = await coordinator.askWell<{ agencies: { edges: { node: { id: string } }[] } }>(
    "query ($codes: [String!]) { agencies(filter: { code: $codes }) { edges { node { id } } } }",
    { codes: FEW },
  )
  const few = agencies.edges.map(({ node }) => node.id)
  const { steps, word } = await measured(coordinator, { few, all: [] })
  report(steps)
  await reportForm(coordinator, few[0] as string)
  await reportWord(word)
  const grown = steps.filter(({ few: small, all }) => all.statements > small.statements)
  if (grown.length > 0)
    throw new Error(`statements grow with agencies: ${grown.map(({ name }) => name).join(", ")}`)
  const slow = steps.filter(({ name, all }) => name.startsWith("City's report") && all.ms > LONGEST_REPORT)
  if (slow.length > 0)
    throw new Error(
      `more than ${LONGEST_REPORT} ms: ${slow.map(({ name, all }) => `${name} ${all.ms.toFixed(0)} ms`).join(", ")}`,
    )
} finally {
  await system.stop()
}

async function measured(
  coordinator: SignedIn,
  asked: Readonly<Record<"few" | "all", readonly string[]>>,
): Promise<{ steps: Step[]; word: Buffer }> {
  const costs = new Map<string, Record<"few" | "all", Cost[]>>()
  let word: Buffer = Buffer.alloc(0)
  // The first time fills caches and is not counted
  for (let time = 0; time <= TIMES; time++)
    for (const size of ["few", "all"] as const) {
      let round: BenchRound | null = null
      for (const { name, take } of roundSteps) {
        if (name === FILLED_BEFORE && round !== null) await fillLines(round.id)
        round ??= await preparedRound(coordinator, asked[size], `${size} ${time}`)
        const cost = await costOf(system, () => take(coordinator, round as BenchRound))
        const known = costs.get(name) ?? { few: [], all: [] }
        if (time > 0) known[size].push(cost)
        costs.set(name, known)
      }
      if (time === TIMES)
        console.log(`${size}: ${round?.agencies} agencies, Word file of ${round?.word.length} bytes`)
      word = round?.word ?? word
    }
  const steps = [...costs].map(([name, { few, all }]) => ({ name, few: medianOf(few), all: medianOf(all) }))
  return { steps, word }
}

/** Whether a form that LibreOffice saved comes back as it was meant. @throws Error with what is wrong with it */
async function reportForm(coordinator: SignedIn, agencyId: string): Promise<void> {
  const round = await preparedRound(coordinator, [agencyId], "form")
  for (const { take } of roundSteps.slice(0, 3)) await take(coordinator, round)
  const checked = await formSavedByLibreOffice(system, coordinator, round.reportId as string)
  if (checked === null)
    return console.log("LibreOffice is not installed: its way with the Excel form is not tried.")
  const { lineCount, rightCount, problems } = checked
  console.log(`Excel form saved anew by LibreOffice: ${rightCount} of ${lineCount} lines are right.`)
  if (problems.length > 0)
    throw new Error(problems.map(({ cell, message }) => `${cell}: ${message}`).join("; "))
}

/** Whether LibreOffice shows all of the City's report. @throws Error with what it does not show */
async function reportWord(word: Buffer): Promise<void> {
  const lost = await lostInLibreOffice(word)
  if (lost === null) return console.log("LibreOffice is not installed: the City's report is not opened.")
  if (lost.length > 0) throw new Error(`LibreOffice does not show: ${lost.slice(0, 5).join("; ")}`)
  console.log("LibreOffice shows every paragraph of the City's report.")
}

/** What all agencies together say in a round, written past the console: on every line some sentences. */
async function fillLines(roundId: string): Promise<void> {
  const connection = await superuserOf(system.dataDirectory)
  try {
    const said =
      "Đã xây dựng dự thảo, lấy ý kiến các cơ quan liên quan và trình cấp có thẩm quyền xem xét, ban hành."
    await connection.query(
      `update reporting.report_line set answer = 'REPORTED', progress = $2, percentage = 60, difficulties = $2, next_plan = $2
       where report_id in (select id from reporting.agency_report where round_id = $1)`,
      [roundId, said],
    )
    await connection.query(
      "update reporting.agency_report set state = 'ACCEPTED', sent_on = '2026-06-04' where round_id = $1",
      [roundId],
    )
  } finally {
    await connection.end()
  }
}

async function costOf({ port }: RunningSystem, take: () => Promise<unknown>): Promise<Cost> {
  const reporting = { name: "reporting", url: subgraphUrl({ port }, "reporting") }
  const before = await statementsOf(reporting)
  const began = performance.now()
  await take()
  const ms = performance.now() - began
  return { ms, statements: (await statementsOf(reporting)) - before }
}

function medianOf(costs: readonly Cost[]): Cost {
  const median = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
  return { ms: median(costs.map(({ ms }) => ms)), statements: median(costs.map((cost) => cost.statements)) }
}

function report(steps: readonly Step[]): void {
  console.table(
    Object.fromEntries(
      steps.map(({ name, few, all }) => [
        name,
        {
          [`${FEW.length} agencies, ms`]: Number(few.ms.toFixed(0)),
          "all agencies, ms": Number(all.ms.toFixed(0)),
          ratio: Number((all.ms / few.ms).toFixed(2)),
          "statements, few": few.statements,
          "statements, all": all.statements,
        },
      ]),
    ),
  )
  const folder = fileURLToPath(new URL("../results/", import.meta.url))
  mkdirSync(folder, { recursive: true })
  const file = join(folder, "bench-round.json")
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), loadAverage: loadavg(), steps }, null, 2)}\n`,
  )
  console.log(`As JSON: ${file}`)
}
