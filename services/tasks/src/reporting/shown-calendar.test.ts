import { createHash } from "node:crypto"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type RunningPlan, startPlan } from "../recording/testing.ts"
import { KNOWN_EXCEPTIONS } from "../working-day/known-exceptions.ts"
import { calendarShownSql } from "./shown-calendar.ts"

let plan: RunningPlan

beforeAll(async () => {
  plan = await startPlan("2026-11-26")
})

afterAll(() => plan?.stop())

async function exceptionsFor(service: "reporting" | "indicators"): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: plan.database.urls[service] })
  await client.connect()
  try {
    const { rows } = await client.query(
      "select day::text, kind from tasks.reported_calendar_exceptions() order by day",
    )
    return rows
  } finally {
    await client.end()
  }
}

test("reporting is shown the days off and worked, and nobody else is", async () => {
  const known = KNOWN_EXCEPTIONS.map(({ day, kind }) => ({ day, kind }))
  expect(await exceptionsFor("reporting")).toEqual(expect.arrayContaining(known))
  await expect(exceptionsFor("indicators")).rejects.toThrow("permission denied")
})

test("what is shown is what was last written into the schema", () => {
  // Fails when it changed: add a migration that carries out calendarShownSql() again, then write its hash here
  expect(createHash("sha256").update(calendarShownSql().join(";")).digest("hex")).toBe(
    "303219b9e81f95d56302af85b3ff5cd4d4d32f1a68e151a57e1cd36f1828704c",
  )
})
