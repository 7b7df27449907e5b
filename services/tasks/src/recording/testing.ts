import { randomUUID } from "node:crypto"
import { agencyRegister } from "@plan43/agency-register"
import type { Identity } from "@plan43/authorization"
import { type Clock, calendarDateOf } from "@plan43/calendar"
import { createFilledDatabase, type TestDatabase } from "@plan43/database/testing"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { planKeyOf, stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph } from "@plan43/subgraph"
import { askWell, personOf, startForTest } from "@plan43/subgraph/testing"
import { planImport } from "../plan-import/index.ts"
import { tasks } from "../subgraph.ts"

/** A mutation's answer as a client sees it. */
export interface Recorded<Row> {
  row: Row | null
  /** Stable codes, each after the input at fault, e.g. "completedOn DATE_IN_FUTURE". */
  refusals: string[]
}

/** The tasks subgraph with the plan of 2025, and a clock that a test moves. */
export interface RunningPlan {
  subgraph: RunningSubgraph
  database: TestDatabase
  /** From now on it is noon in Hanoi on that day, or the very second, e.g. "2028-02-29T23:59:59". */
  goTo(day: string): void
  taskId(code: string): string
  ask<Data>(query: string, variables?: Record<string, unknown>, identity?: Identity): Promise<Data>
  /**
   * Carries out a mutation with a fresh idempotency key unless the input has one.
   * @param field of the payload, e.g. "report"
   */
  record<Row>(
    identity: Identity,
    mutation: string,
    input: Record<string, unknown>,
    field: string,
    selection: string,
  ): Promise<Recorded<Row>>
  stop(): Promise<void>
}

export const coordinator = personOf("COORDINATOR")

/** An officer of the agency with that code. */
export function officerOf(code: string): Identity {
  return personOf("AGENCY_OFFICER", agencyId(code))
}

export function agencyId(code: string): string {
  return stableId("agency", code)
}

/** Starts the subgraph on a database of its own with the published plan. */
export async function startPlan(today: string): Promise<RunningPlan> {
  const plan = readPlan(publishedPlanText())
  let instant = noonOn(today)
  const clock: Clock = { now: () => instant }
  const database = await createFilledDatabase("tasks", async ({ urls }) => {
    await (await startForTest(tasks, urls.tasks, clock)).stop()
    await fillTables(urls.tasks, planImport, { plan, register: agencyRegister })
  })
  const subgraph = await startForTest(tasks, database.urls.tasks, clock)
  return {
    subgraph,
    database,
    goTo: (next) => {
      instant = next.includes("T") ? new Date(`${next}+07:00`) : noonOn(next)
    },
    taskId: (code) => stableId("task", planKeyOf(plan), code),
    ask: (query, variables, identity = coordinator) => askWell(subgraph, query, variables, identity),
    record: async (identity, mutation, input, field, selection) => {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
      const query = `mutation ($input: ${INPUT_TYPES[mutation] ?? type}!) { ${mutation}(input: $input) {
        ${field} { ${selection} } userErrors { reason field message } } }`
      const answer = await askWell<Record<string, Record<string, unknown> & { userErrors: UserErrorRow[] }>>(
        subgraph,
        query,
        { input: { idempotencyKey: randomUUID(), ...input } },
        identity,
      )
      const payload = answer[mutation]
      if (payload === undefined) throw new Error(`no answer to ${mutation}`)
      return {
        row: payload[field] as never,
        refusals: payload.userErrors.map(({ field: at, reason }) => `${at} ${reason}`),
      }
    },
    stop: async () => {
      await subgraph.stop()
      await database.drop()
    },
  }
}

function noonOn(day: string): Date {
  return new Date(`${calendarDateOf(day)}T12:00:00+07:00`)
}

interface UserErrorRow {
  reason: string
  field: string
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  suspendTask: "TaskDecisionInput",
  cancelTask: "TaskDecisionInput",
  reopenTask: "TaskDecisionInput",
  acceptObstacle: "ObstacleStepInput",
  setReportPublished: "SetFactPublishedInput",
  setTaskDecisionPublished: "SetFactPublishedInput",
  setExtensionPublished: "SetFactPublishedInput",
}
