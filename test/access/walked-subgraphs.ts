import { randomUUID } from "node:crypto"
import { access } from "@plan43/access/subgraph"
import { agencyRegister } from "@plan43/agency-register"
import { addDays, clockAt, systemClock, todayInHanoi } from "@plan43/calendar"
import { auditAuthorSql, auditSearchSql, auditTableSql, connectionTo } from "@plan43/database"
import { createTestDatabase } from "@plan43/database/testing"
import { NOTHING_SENT } from "@plan43/notifications/settings"
import { notificationsSubgraph } from "@plan43/notifications/subgraph"
import { publishedPlanText, readPlan } from "@plan43/plan"
import { type SubgraphImport, stableId } from "@plan43/published-rows"
import { fillTables } from "@plan43/published-rows/testing"
import type { RunningSubgraph, SubgraphDefinition } from "@plan43/subgraph"
import { askWell, firstEvent, personOf, startForTest } from "@plan43/subgraph/testing"
import { subgraphs } from "@plan43/subgraph-list"
import type { GraphQLSchema } from "graphql"
import pg from "pg"
import { recordByMutation } from "./recorded-by-mutation.ts"
import { type FurtherRows, type RecordedRows, recordRows } from "./recorded-rows.ts"
import { requesters } from "./requesters.ts"

/** Every subgraph, running on one database, with the plan and with rows that people recorded. */
export interface WalkedSubgraphs {
  byName: ReadonlyMap<string, RunningSubgraph>
  schemas: ReadonlyMap<string, GraphQLSchema>
  rows: RecordedRows
  furtherRows: FurtherRows
  /** What fields are asked with that answer nothing to just any argument, by field and argument. */
  given: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** Identifiers of entities that the plan has, by type. */
  entities: ReadonlyMap<string, readonly string[]>
  anotherAgencyId: string
  /** A hash of all that the subgraphs keep. */
  fingerprint(): Promise<string>
  stop(): Promise<void>
}

/** Every subgraph that an import of the plan writes to. */
const WITH_PLAN = await Promise.all(
  subgraphs
    .filter(({ fromPlan }) => fromPlan)
    .map(async ({ name }): Promise<{ definition: SubgraphDefinition; planImport: SubgraphImport }> => {
      const [{ [name]: definition }, { planImport }] = await Promise.all([
        import(`@plan43/${name}/subgraph`),
        import(`@plan43/${name}/plan-import`),
      ])
      return { definition, planImport }
    }),
)

const notifications = notificationsSubgraph(NOTHING_SENT)

/** Nobody works in the background here: what is read changes nothing, and only that is looked at. */
function resting(definition: SubgraphDefinition): SubgraphDefinition {
  return { ...definition, workers: [] }
}

/** Where the entities of the plan are kept, and which of them are asked for. */
const ENTITIES = [
  { type: "Agency", subgraph: "agencies", table: "agency", condition: "code = 'so-khcn'" },
  { type: "PersonAssignment", subgraph: "agencies", table: "person_assignment", condition: "true" },
  { type: "Plan", subgraph: "tasks", table: "plan", condition: "true" },
  { type: "PlanSection", subgraph: "tasks", table: "plan_section", condition: "true" },
  { type: "PlanMeasure", subgraph: "tasks", table: "plan_measure", condition: "true" },
  { type: "PlanObligation", subgraph: "tasks", table: "plan_obligation", condition: "true" },
  { type: "Task", subgraph: "tasks", table: "task", condition: "code in ('14', '97')" },
  { type: "ApiClient", subgraph: "access", table: "api_client", condition: "true" },
  {
    type: "Trigger",
    subgraph: "tasks",
    table: "awaited_document",
    condition: "recorded_on is not null or position < 3",
  },
  { type: "AgencyChange", subgraph: "agencies", table: "agency_change", condition: "true" },
  {
    type: "Indicator",
    subgraph: "indicators",
    table: "indicator",
    condition: "id in (select parent_id from indicator)",
  },
  {
    type: "CooperationProgramme",
    subgraph: "cooperation",
    table: "programme",
    condition: "code = 'task-137'",
  },
] as const

async function idsOf(
  byName: ReadonlyMap<string, RunningSubgraph>,
  { type, subgraph, table, condition }: (typeof ENTITIES)[number],
): Promise<[string, string[]]> {
  const rows = await byName
    .get(subgraph)
    ?.orm.em.getConnection()
    .execute<{ id: string }[]>(`select id from ${table} where ${condition} limit 3`)
  return [type, (rows ?? []).map(({ id }) => id)]
}

export async function startWalkedSubgraphs(): Promise<WalkedSubgraphs> {
  const database = await createTestDatabase()
  const source = { plan: readPlan(publishedPlanText()), register: agencyRegister }
  const byName = new Map<string, RunningSubgraph>()
  for (const { definition, planImport } of WITH_PLAN) {
    const url = connectionTo(database.urls, planImport.schema)
    byName.set(
      definition.name,
      await startForTest(resting(definition), url, clockAt("2026-11-26T08:00:00+07:00")),
    )
    await fillTables(url, planImport, source)
  }
  await keepHistoryOfGateway(database.urls.gateway)
  const running = await startForTest(resting(access), database.urls.access)
  byName.set(access.name, running)
  await registerClient(running)
  const told = await startForTest(resting(notifications), database.urls.notifications)
  byName.set(notifications.name, told)
  const { rows, furtherRows } = await recordRows(byName)
  await tellPeople(told)
  const given = await recordByMutation(byName)
  const definitions = [access, notifications, ...WITH_PLAN.map(({ definition }) => definition)]
  return {
    byName,
    schemas: new Map(definitions.map(({ name, schema }) => [name, schema.schema])),
    rows,
    furtherRows,
    given,
    entities: new Map(await Promise.all(ENTITIES.map((entity) => idsOf(byName, entity)))),
    anotherAgencyId: stableId("agency", "so-noi-vu"),
    fingerprint: async () => {
      const hashes = await Promise.all([...byName.values()].map(hashOf))
      return hashes.join(" ")
    },
    stop: async () => {
      await Promise.all([...byName.values()].map((subgraph) => subgraph.stop()))
      await database.drop()
    },
  }
}

/** The gateway's own history, which the auditor's pages read with those of the subgraphs. */
async function keepHistoryOfGateway(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of [auditTableSql, auditAuthorSql, auditSearchSql]) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Another team's system, as a coordinator registers it. */
async function registerClient(subgraph: RunningSubgraph): Promise<void> {
  const input = {
    name: "Hệ thống",
    owner: "Sở",
    contact: "lien-he@example.org",
    purpose: "Tổng hợp",
    scopes: ["progress:read"],
    quotaPerMinute: 60,
    expiresOn: addDays(todayInHanoi(systemClock), 90),
    idempotencyKey: randomUUID(),
  }
  const { registerApiClient } = await askWell<{ registerApiClient: { userErrors: unknown[] } }>(
    subgraph,
    "mutation ($input: RegisterApiClientInput!) { registerApiClient(input: $input) { userErrors { reason } } }",
    { input },
    personOf("COORDINATOR"),
  )
  if (registerApiClient.userErrors.length > 0) throw new Error(JSON.stringify(registerApiClient.userErrors))
}

/** Everybody has a notice, by e-mail too, and is known to have come. */
async function tellPeople(subgraph: RunningSubgraph): Promise<void> {
  const connection = subgraph.orm.em.getConnection()
  const [notice] = await connection.execute<{ id: string }[]>(
    `insert into notice (key, kind, topic, subject_kind, subject_id, agency_ids, to_agencies, to_roles, data, at)
     values ('walk', 'PROGRESS_CONFIRMED', 'PROGRESS', 'Task', ?, '{}', false, '{}', '{"taskCode": "48"}', '2026-02-01')
     returning id`,
    [stableId("task", "48")],
  )
  for (const { identity } of requesters) {
    if (identity?.kind !== "PERSON") continue
    const person = `subject:${identity.id}`
    await connection.execute("insert into inbox_entry (person, notice_id, at) values (?, ?, '2026-02-01')", [
      person,
      notice?.id,
    ])
    await connection.execute(
      "insert into delivery (person, address, notice_id) values (?, 'a@example.org', ?)",
      [person, notice?.id],
    )
    await firstEvent(subgraph, "subscription { changed { position } }", {}, identity)
  }
}

/** Of every row of every table in the subgraph's schema. */
async function hashOf({ name, orm }: RunningSubgraph): Promise<string> {
  const connection = orm.em.getConnection()
  const tables = await connection.execute<{ name: string }[]>(
    "select tablename as name from pg_tables where schemaname = ? order by 1",
    [name],
  )
  const hashes = await Promise.all(
    tables.map((table) =>
      connection.execute<{ hash: string }[]>(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table.name} t`,
      ),
    ),
  )
  return hashes
    .flat()
    .map(({ hash }) => hash)
    .join("")
}
