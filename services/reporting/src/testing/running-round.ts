import { randomUUID } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { agencyRegister } from "@plan43/agency-register"
import type { Identity } from "@plan43/authorization"
import { planImport as cooperationImport } from "@plan43/cooperation/plan-import"
import { cooperation } from "@plan43/cooperation/subgraph"
import { connectionTo } from "@plan43/database"
import { createFilledDatabase } from "@plan43/database/testing"
import { planImport as indicatorsImport } from "@plan43/indicators/plan-import"
import { indicators } from "@plan43/indicators/subgraph"
import { type PublishedPlan, publishedPlanText, readPlan } from "@plan43/plan"
import { planKeyOf, type SubgraphImport, stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph, SubgraphDefinition } from "@plan43/subgraph"
import { askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { planImport as tasksImport } from "@plan43/tasks/plan-import"
import { tasks } from "@plan43/tasks/subgraph"
import { sql } from "kysely"
import { planImport } from "../plan-import/index.ts"
import { reporting } from "../subgraph.ts"

export interface Row {
  id: string
  version: number
}

export interface Done {
  row: Row | null
  userErrors: { reason: string; field: string; message: string }[]
}

export const coordinator = personOf("COORDINATOR")

export function agencyId(code: string): string {
  return stableId("agency", code)
}

export const FIRST_HALF = {
  kind: "REGULAR",
  name: "Báo cáo 6 tháng đầu năm 2026",
  cutOffOn: "2026-05-31",
  agenciesDueOn: "2026-06-05",
  cityDueOn: "2026-06-10",
  governmentDueOn: "2026-06-14",
}

/** The subgraph on one database with those that show it their figures, the published plan in all of them, a clock and a folder for files. */
export interface RunningRounds {
  subgraph: RunningSubgraph
  /** The owners of figures: a test records in them. */
  tasks: RunningSubgraph
  indicators: RunningSubgraph
  cooperation: RunningSubgraph
  /** Further owners that a test asked for, by name. */
  others: ReadonlyMap<string, RunningSubgraph>
  plan: PublishedPlan
  taskId(code: string): string
  indicatorId(code: string): string
  /** From now on it is that instant, e.g. "2026-06-01T08:00:00+07:00". */
  goTo(instant: string): void
  ask<Data>(query: string, variables?: Record<string, unknown>, by?: Identity): Promise<Data>
  carryOut(
    mutation: string,
    type: string,
    field: string,
    given: Record<string, unknown>,
    by?: Identity,
  ): Promise<Done>
  /** A round that was opened; of the first half of 2026 unless something else is given. */
  openRound(given?: Record<string, unknown>): Promise<Row>
  moveRound(move: string, row: Row, given?: Record<string, unknown>): Promise<Done>
  stop(): Promise<void>
}

/** What was recorded. @throws Error with the refusals where nothing was */
export async function well(done: Promise<Done>): Promise<Row> {
  const { row, userErrors } = await done
  if (row === null) throw new Error(JSON.stringify(userErrors))
  return row
}

/** A further subgraph that shows this one something. */
export interface OtherOwner {
  definition: SubgraphDefinition
  filled: SubgraphImport
}

/** In the order in which they show each other something. */
const OWNERS: readonly OtherOwner[] = [
  { definition: tasks, filled: tasksImport },
  { definition: indicators, filled: indicatorsImport },
  { definition: cooperation, filled: cooperationImport },
  { definition: reporting, filled: planImport },
]

export async function startRounds(also: readonly OtherOwner[] = []): Promise<RunningRounds> {
  const plan = readPlan(publishedPlanText())
  const evidence = await mkdtemp(join(tmpdir(), "plan43-rounds-"))
  process.env.EVIDENCE_DIR = evidence
  let now = "2026-06-01T08:00:00+07:00"
  const source = { plan, register: agencyRegister }
  const database = await createFilledDatabase("rounds", async ({ urls }) => {
    for (const { definition, filled } of OWNERS) {
      const url = connectionTo(urls, definition.name)
      await (await startForTest(definition, url)).stop()
      await fillTables(url, filled, source)
    }
  })
  const start = (definition: SubgraphDefinition) =>
    startForTest(definition, connectionTo(database.urls, definition.name), { now: () => new Date(now) })
  const owners = {
    tasks: await start(tasks),
    indicators: await start(indicators),
    cooperation: await start(cooperation),
  }
  const others = new Map<string, RunningSubgraph>()
  for (const { definition, filled } of also) {
    others.set(definition.name, await start(definition))
    await fillTables(connectionTo(database.urls, definition.name), filled, source)
  }
  const subgraph = await start(reporting)
  const carryOut: RunningRounds["carryOut"] = async (mutation, type, field, given, by = coordinator) => {
    const { done } = await askWell<{ done: Done }>(
      subgraph,
      `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { row: ${field} { id version } userErrors { reason field message } } }`,
      { input: { idempotencyKey: randomUUID(), ...given } },
      by,
    )
    return done
  }
  const moveRound: RunningRounds["moveRound"] = (move, { id, version }, given = {}) =>
    carryOut(move, "MoveRoundInput", "round", { id, version, ...given })
  return {
    subgraph,
    ...owners,
    others,
    plan,
    taskId: (code) => stableId("task", planKeyOf(plan), code),
    indicatorId: (code) => stableId("indicator", planKeyOf(plan), code),
    goTo: (instant) => {
      now = instant
    },
    ask: (query, variables, by = coordinator) => askWell(subgraph, query, variables, by),
    carryOut,
    moveRound,
    openRound: async (given = {}) =>
      well(
        moveRound(
          "openRound",
          await well(carryOut("createRound", "CreateRoundInput", "round", { ...FIRST_HALF, ...given })),
        ),
      ),
    async stop() {
      for (const running of [subgraph, ...others.values(), ...Object.values(owners)]) await running.stop()
      await database.drop()
      await rm(evidence, { recursive: true, force: true })
    },
  }
}

/** Writes a row as its owner would. @returns its id */
export async function write(
  owner: RunningSubgraph,
  table: string,
  row: Record<string, unknown>,
): Promise<string> {
  const names = sql.join(Object.keys(row).map((name) => sql.ref(name)))
  const { rows } = await sql<{ id: string }>`insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb) returning id`.execute(
    owner.orm.em.getKysely<unknown>(),
  )
  return rows[0]?.id ?? ""
}
