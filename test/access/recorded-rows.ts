import { randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { stableId } from "@plan43/published-rows"
import type { RunningSubgraph } from "@plan43/subgraph"
import type { RecordWalkedRows } from "@plan43/subgraph/testing"
import { subgraphs } from "@plan43/subgraph-list"
import { OWN_AGENCY } from "./requesters.ts"

/** A row of every recorded type: one that was published, one that concerns the own agency, one of another agency. */
export const KINDS = ["published", "own", "another"] as const
export type RowKind = (typeof KINDS)[number]

/** Identifiers of the rows of a type, by kind. */
export type RowsByKind = Readonly<Record<RowKind, string>>

/** Recorded types of which rows of all kinds are written here. */
const WRITTEN_TYPES = [
  "Agreement",
  "CooperationActivity",
  "DeadlineExtension",
  "Expert",
  "Indicator",
  "Observation",
  "Obstacle",
  "Partner",
  "ProgressReport",
  "ReminderLetter",
  "Task",
  "TaskDecision",
  "TaskObligation",
] as const

/** A subgraph that says itself which rows it has to be asked for. */
interface SelfTelling {
  subgraph: string
  WALKED_TYPES: readonly string[]
  recordWalkedRows: RecordWalkedRows
}

const selfTelling: readonly SelfTelling[] = await Promise.all(
  subgraphs
    .filter(({ name }) =>
      existsSync(new URL(`../../services/${name}/src/testing/walked-rows.ts`, import.meta.url)),
    )
    .map(async ({ name }) => ({ subgraph: name, ...(await import(`@plan43/${name}/walked-rows`)) })),
)

/** Types of which rows of all kinds are there to be asked for; those of self-telling subgraphs have any name. */
export type RowType = (typeof WRITTEN_TYPES)[number]
export const ROW_TYPES: readonly RowType[] = [
  ...WRITTEN_TYPES,
  ...selfTelling.flatMap(({ WALKED_TYPES }) => WALKED_TYPES as readonly RowType[]),
]

export function isRowType(type: string): type is RowType {
  return (ROW_TYPES as readonly string[]).includes(type)
}

export type RecordedRows = Readonly<Record<RowType, RowsByKind>>

/**
 * Further rows of a type, of each kind, that stand elsewhere than the first: what was corrected by it, is a duplicate
 * of it, was not sent yet, or is of a phase.
 */
export type FurtherRows = Readonly<Partial<Record<RowType, readonly RowsByKind[]>>>

type Execute = (statement: string, parameters?: unknown[]) => Promise<unknown>

/** The agency whose renaming is tried, with a person who goes along. */
export const RENAMED_AGENCY = "so-xay-dung"

/** Who signed what agencies reported: the account of the officer who walks. */
export const SIGNER = "AGENCY_OFFICER"

/** The agency that a row is of. */
const AGENCY_OF: RowsByKind = { published: "so-noi-vu", own: OWN_AGENCY, another: "so-noi-vu" }

const agencyOf = (kind: RowKind) => stableId("agency", AGENCY_OF[kind])
const publishedAt = (kind: RowKind) => (kind === "published" ? "2026-02-02T00:00:00Z" : null)

function freshIds(): RowsByKind {
  return { published: randomUUID(), own: randomUUID(), another: randomUUID() }
}

/** Writes the rows into the running subgraphs, whose plan was imported before. */
export async function recordRows(
  subgraphs: ReadonlyMap<string, RunningSubgraph>,
): Promise<{ rows: RecordedRows; furtherRows: FurtherRows }> {
  const executeIn = (name: string): Execute => {
    const subgraph = subgraphs.get(name)
    if (subgraph === undefined) throw new Error(`subgraph ${name} does not run`)
    return (statement, parameters = []) => subgraph.orm.em.getConnection().execute(statement, parameters)
  }
  await recordAssignment(executeIn("agencies"))
  const cooperation = await recordCooperation(executeIn("cooperation"))
  const { Indicator, ...observations } = await recordObservations(executeIn("indicators"))
  const tasks = await reportProgress(executeIn("tasks"))
  const obstacles = await raiseObstacles(executeIn("tasks"), tasks.Task, Indicator)
  const phases = await reportPhases(executeIn("tasks"), tasks.Task)
  await confirmHoliday(executeIn("tasks"))
  const letters = await sendReminders(executeIn("tasks"), tasks.Task)
  const agencyIds = { published: agencyOf("published"), own: agencyOf("own"), another: agencyOf("another") }
  const told = await Promise.all(
    selfTelling.map(({ subgraph, recordWalkedRows }) => recordWalkedRows(executeIn(subgraph), agencyIds)),
  )
  return {
    rows: {
      ...Object.assign({}, ...told),
      ...cooperation,
      ...tasks,
      Indicator,
      Observation: observations.recorded,
      Obstacle: obstacles.raised,
      ReminderLetter: letters.sent,
    },
    furtherRows: {
      Observation: [observations.corrected],
      Obstacle: [obstacles.duplicates],
      ProgressReport: [phases.confirmed, phases.waiting],
      ReminderLetter: [letters.drafts],
    },
  }
}

async function recordAssignment(execute: Execute): Promise<void> {
  await execute(
    `insert into person_assignment (id, subject, name, role, valid_from) values (?, 'ai-do', 'Ai đó', 'FINANCE', '2026-01-01')`,
    [randomUUID()],
  )
  await execute(
    `insert into person_assignment (id, subject, name, role, agency_id, valid_from)
     values (?, 'ai-khac', 'Ai khác', 'AGENCY_OFFICER', ?, '2026-01-01')`,
    [randomUUID(), stableId("agency", RENAMED_AGENCY)],
  )
}

/** Each a task of a year, reported, confirmed, suspended, and extended; one more report that was returned. */
async function reportProgress(
  execute: Execute,
): Promise<
  Pick<RecordedRows, "DeadlineExtension" | "ProgressReport" | "Task" | "TaskDecision" | "TaskObligation">
> {
  const tasks = await firstThree(execute, "task", "withdrawn_at is null and code in ('48', '58', '127')")
  const rows = { DeadlineExtension: freshIds(), ProgressReport: freshIds(), TaskDecision: freshIds() }
  for (const kind of KINDS) {
    const [task, agency, published] = [tasks[kind], agencyOf(kind), publishedAt(kind)]
    await execute("update task_agency set agency_id = ? where task_id = ?", [agency, task])
    await noteChange(execute, "task", task, { sensitive: false })
    await execute(
      `insert into progress_report (id, task_id, agency_id, state, period_key, effective_on, result_file_ids, published_at,
         recorded_by, recorded_by_name)
       values (?, ?, ?, 'IN_PROGRESS', '2026', '2026-06-01', array[?]::uuid[], ?, ?, 'Người ký')`,
      [rows.ProgressReport[kind], task, agency, await keepFile(execute), published, SIGNER],
    )
    await execute(
      "insert into report_verification (report_id, outcome, recorded_on) values (?, 'CONFIRMED', '2026-06-02')",
      [rows.ProgressReport[kind]],
    )
    await execute(
      `insert into task_decision (id, task_id, kind, basis, recorded_on, published_at)
       values (?, ?, 'SUSPENDED', 'Thông báo', '2026-06-03', ?)`,
      [rows.TaskDecision[kind], task, published],
    )
    await execute(
      `insert into deadline_extension (id, task_id, agency_id, period_key, original_due_on, asked_due_on, asked_reason,
         recorded_on, published_at)
       values (?, ?, ?, '2026', '2026-12-31', '2027-03-31', 'Chờ vốn', '2026-06-04', ?)`,
      [rows.DeadlineExtension[kind], task, agency, published],
    )
    await noteChange(execute, "progress_report", rows.ProgressReport[kind], { state: "IN_PROGRESS" })
    await noteChange(execute, "task_decision", rows.TaskDecision[kind], { basis: "Thông báo" })
    await noteChange(execute, "deadline_extension", rows.DeadlineExtension[kind], { due_on: "2027-03-31" })
  }
  await returnReport(execute)
  const obligationOf = (kind: RowKind) => `${tasks[kind]}_${agencyOf(kind)}`
  return {
    ...rows,
    Task: tasks,
    TaskObligation: {
      published: obligationOf("published"),
      own: obligationOf("own"),
      another: obligationOf("another"),
    },
  }
}

/** Each task is given a phase, of which one report is confirmed and a later one waits. */
async function reportPhases(
  execute: Execute,
  tasks: RowsByKind,
): Promise<{ confirmed: RowsByKind; waiting: RowsByKind }> {
  const [confirmed, waiting] = [freshIds(), freshIds()]
  for (const kind of KINDS) {
    const phase = randomUUID()
    await execute(
      `insert into task_phase (id, task_id, position, name, deadline_text, deadline_kind, deadline_due_on, line, last_line)
       values (?, ?, 1, 'Giai đoạn 1', 'Năm 2027', 'YEAR', '2027-12-31', 1, 1)`,
      [phase, tasks[kind]],
    )
    for (const [id, day] of [
      [confirmed[kind], "2026-05-01"],
      [waiting[kind], "2026-05-08"],
    ])
      await execute(
        `insert into progress_report (id, task_id, agency_id, state, phase_id, effective_on, published_at)
         values (?, ?, ?, 'IN_PROGRESS', ?, ?, ?)`,
        [id, tasks[kind], agencyOf(kind), phase, day, publishedAt(kind)],
      )
    await execute(
      "insert into report_verification (report_id, outcome, recorded_on) values (?, 'CONFIRMED', '2026-05-02')",
      [confirmed[kind]],
    )
  }
  return { confirmed, waiting }
}

/** A day off that was held against its announcement. */
async function confirmHoliday(execute: Execute): Promise<void> {
  await execute(
    `update calendar_exception set document_number = '1/TB-BNV', document_issued_on = '2025-12-01',
       document_issuer = 'Bộ Nội vụ', document_link = 'https://example.org', confirmed_on = '2026-01-05'
     where extract(year from day) = 2026`,
  )
}

/** What was returned is only ever of the last report, and so of a task of its own; the public sees it. */
async function returnReport(execute: Execute): Promise<void> {
  const id = randomUUID()
  await execute(
    `insert into progress_report (id, task_id, agency_id, state, phase_id, effective_on, published_at)
     select ?, a.task_id, a.agency_id, 'IN_PROGRESS', p.id, '2026-06-01', '2026-06-01'
     from task_phase p join task_agency a on a.task_id = p.task_id and a.role = 'LEAD' and a.position = 1
     where p.position = 1`,
    [id],
  )
  await execute(
    `insert into report_verification (report_id, outcome, returned_fields, returned_reasons, recorded_on)
     values (?, 'RETURNED', '{STATE}', '{"Chưa rõ"}', '2026-06-02')`,
    [id],
  )
}

/** None of these is ever published: the row that stands for one is the own agency's, which reads it as if it were. */
const unpublishedOf = (kind: RowKind) => agencyOf(kind === "published" ? "own" : kind)

/** Each of a task, with its steps, and with a duplicate of an indicator. */
async function raiseObstacles(
  execute: Execute,
  tasks: RowsByKind,
  indicators: RowsByKind,
): Promise<{ raised: RowsByKind; duplicates: RowsByKind }> {
  const [raised, duplicates] = [freshIds(), freshIds()]
  for (const kind of KINDS) {
    const agency = unpublishedOf(kind)
    await execute(
      `insert into obstacle (id, agency_id, on_behalf, task_id, title, description, category, proposal, addressee,
         state_since, file_ids)
       values (?, ?, false, ?, ?, 'Nội dung', 'FUNDING', 'Kiến nghị', 'CITY', '2026-02-01', array[?]::uuid[])`,
      [raised[kind], agency, tasks[kind], kind, await keepFile(execute)],
    )
    await noteChange(execute, "obstacle", raised[kind], { title: kind })
    await execute(
      `insert into obstacle (id, agency_id, on_behalf, indicator_id, title, description, category, proposal, addressee,
         state, merged_into, state_since)
       values (?, ?, false, ?, ?, 'Nội dung', 'FUNDING', 'Kiến nghị', 'CITY', 'MERGED', ?, '2026-02-02')`,
      [duplicates[kind], agency, indicators[kind], kind, raised[kind]],
    )
    for (const [action, state] of [
      ["RAISE", "RAISED"],
      ["ANSWER", "ANSWERED"],
    ])
      await execute(
        `insert into obstacle_step (obstacle_id, action, state, words, document_number, document_issued_on, document_issuer,
           recorded_on, actor_name)
         values (?, ?, ?, 'Lời', '1/TB-UBND', '2026-02-01', 'UBND Thành phố', '2026-02-01', 'Người ghi')`,
        [raised[kind], action, state],
      )
  }
  return { raised, duplicates }
}

/** Each sent, with a task of its agency, and a draft that lists the agency's task. */
async function sendReminders(
  execute: Execute,
  tasks: RowsByKind,
): Promise<{ sent: RowsByKind; drafts: RowsByKind }> {
  const [sent, drafts] = [freshIds(), freshIds()]
  for (const [place, kind] of KINDS.entries()) {
    await execute(
      `insert into reminder_letter (id, agency_id, state, series_year, number, dated_on, answer_by, as_of, sent_on, sent_at)
       values (?, ?, 'SENT', 2026, ?, '2026-02-01', '2026-02-10', '2026-02-01', '2026-02-01', '2026-02-01T00:00:00Z')`,
      [sent[kind], unpublishedOf(kind), place + 1],
    )
    await noteChange(execute, "reminder_letter", sent[kind], { state: "SENT" })
    await execute(
      `insert into reminder_letter (id, agency_id, series_year, number, dated_on, answer_by, as_of)
       values (?, ?, 2026, ?, '2026-02-01', '2026-02-10', '2026-02-01')`,
      [drafts[kind], agencyOf(kind), KINDS.length + place + 1],
    )
    for (const letter of [sent[kind], drafts[kind]])
      await execute(
        "insert into reminder_item (letter_id, task_id, status, due_on) values (?, ?, 'OVERDUE', '2026-01-31')",
        [letter, tasks[kind]],
      )
  }
  return { sent, drafts }
}

/** @returns the identifier of a file that was sent whole and found harmless */
async function keepFile(execute: Execute): Promise<string> {
  const id = randomUUID()
  await execute(
    `insert into evidence_file (id, owner, name, media_type, size, sha256, state, uploaded_by)
     values (?, 'the walk', 'bao-cao.pdf', 'application/pdf', 1, repeat('0', 64), 'READY', 'ai-do')`,
    [id],
  )
  return id
}

/** An entry of the history of a row that was written past the service. */
async function noteChange(execute: Execute, entity: string, id: string, after: object): Promise<void> {
  await execute(
    "insert into audit_entry (actor, action, entity, entity_id, after) values ('ai-do', ?, ?, ?, ?::jsonb)",
    [`${entity}.recorded`, entity, id, JSON.stringify(after)],
  )
}

async function recordObservations(
  execute: Execute,
): Promise<{ Indicator: RowsByKind; recorded: RowsByKind; corrected: RowsByKind }> {
  const indicators = await firstThree(execute, "indicator", "target_kind = 'AT_LEAST'")
  const [recorded, corrected] = [freshIds(), freshIds()]
  for (const kind of KINDS) {
    const [indicator, published] = [indicators[kind], publishedAt(kind)]
    await noteChange(execute, "indicator", indicator, { note: "Ghi chú" })
    await execute("update indicator_agency set agency_id = ? where indicator_id = ?", [
      agencyOf(kind),
      indicator,
    ])
    for (const [id, revision, value, superseded] of [
      [corrected[kind], 1, 4.5, "2026-02-01T00:00:00Z"],
      [recorded[kind], 2, 5, null],
    ] as const)
      await execute(
        `insert into observation (id, chain_id, revision, indicator_id, period_start, period_end, value, provisional, source,
           recorded_on, recorded_at, superseded_at, file_ids, published_at)
         values (?, ?, ?, ?, '2025-01-01', '2025-12-31', ?, false, 'Cục Thống kê', '2026-02-01', '2026-02-01', ?, array[?]::uuid[], ?)`,
        [id, corrected[kind], revision, indicator, value, superseded, await keepFile(execute), published],
      )
    await noteChange(execute, "observation", recorded[kind], { value: 5 })
    await execute(
      "insert into indicator_baseline (indicator_id, measured_on, value, source, recorded_on, published_at) values (?, '2024-12-31', 4, 'Báo cáo', '2026-02-01', ?)",
      [indicator, published],
    )
    await execute(
      "insert into indicator_milestone (id, indicator_id, due_on, value, recorded_on, published_at) values (?, ?, '2027-12-31', 6, '2026-02-01', ?)",
      [randomUUID(), indicator, published],
    )
    await execute(
      `insert into judgement (id, indicator_id, state, judged_on, evidence, source, recorded_by, reason, recorded_on, published_at)
       values (?, ?, 'REACHED', '2026-01-15', 'Bảng xếp hạng', 'Bộ KH&CN', 'Người ghi', 'Theo công bố', '2026-02-01', ?)`,
      [randomUUID(), indicator, published],
    )
    await execute(
      `insert into directed_target (id, indicator_id, kind, minimum, maximum, note, document_number, document_issued_on,
         document_issuer, document_link, recorded_on, published_at)
       values (?, ?, 'RANGE', 1, 2, 'Từng bước', '12/CT-BCA', '2025-05-04', 'Bộ Công an', 'https://example.org', '2026-02-01', ?)`,
      [randomUUID(), indicator, published],
    )
  }
  await execute(
    `insert into closed_period (id, period_key, period_start, period_end, closed_on, closed_by)
     values (?, '2019', '2019-01-01', '2019-12-31', '2026-01-15', 'Người khóa')`,
    [randomUUID()],
  )
  return { Indicator: indicators, recorded, corrected }
}

async function recordCooperation(
  execute: Execute,
): Promise<Pick<RecordedRows, "Agreement" | "CooperationActivity" | "Expert" | "Partner">> {
  const rows = {
    Agreement: freshIds(),
    CooperationActivity: freshIds(),
    Expert: freshIds(),
    Partner: freshIds(),
  }
  const [programme] = (await execute("select id from programme where code = 'task-137'")) as { id: string }[]
  if (programme === undefined) throw new Error("the plan has no programme task-137")
  await noteChange(execute, "programme", programme.id, { title: "Chương trình" })
  for (const kind of KINDS) {
    const [partner, agreement, activity] = [
      rows.Partner[kind],
      rows.Agreement[kind],
      rows.CooperationActivity[kind],
    ]
    const published = publishedAt(kind)
    await execute("insert into partner (id, name, kind, published_at) values (?, ?, 'UNIVERSITY', ?)", [
      partner,
      kind,
      published,
    ])
    await noteChange(execute, "partner", partner, { name: kind })
    await execute(
      `insert into agreement (id, title, level, state, legal_regime, responsible_agency_id, programme_id, published_at)
       values (?, ?, 'CITY', 'SIGNED', 'INTERNATIONAL_AGREEMENT', ?, ?, ?)`,
      [agreement, kind, agencyOf(kind), programme.id, published],
    )
    await execute(
      `insert into activity (id, title, kind, responsible_agency_id, agreement_id, programme_id, published_at)
       values (?, ?, 'EVENT', ?, ?, ?, ?)`,
      [activity, kind, agencyOf(kind), agreement, programme.id, published],
    )
    await execute(
      `insert into expert (id, name, email, phone, consented_on, published_at)
       values (?, ?, 'a@example.org', '0241234567', '2026-01-01', ?)`,
      [rows.Expert[kind], kind, published],
    )
    await noteChange(execute, "agreement", agreement, { title: kind })
    await noteChange(execute, "activity", activity, { title: kind })
    await noteChange(execute, "expert", rows.Expert[kind], { name: kind })
  }
  // What is published names rows that are not, and is named by them.
  for (const [from, to] of LINKS) {
    const partner = rows.Partner[to]
    await execute("insert into agreement_partner (agreement_id, partner_id) values (?, ?)", [
      rows.Agreement[from],
      partner,
    ])
    await execute("insert into activity_partner (activity_id, partner_id) values (?, ?)", [
      rows.CooperationActivity[from],
      partner,
    ])
  }
  return rows
}

const LINKS = [
  ["published", "published"],
  ["published", "own"],
  ["published", "another"],
  ["own", "own"],
  ["own", "published"],
  ["another", "another"],
  ["another", "published"],
] as const

/** Three rows that the plan has, one for each kind. */
async function firstThree(execute: Execute, table: string, condition: string): Promise<RowsByKind> {
  const rows = (await execute(`select id from ${table} where ${condition} order by position limit 3`)) as {
    id: string
  }[]
  const [published, own, another] = rows.map(({ id }) => id)
  if (published === undefined || own === undefined || another === undefined)
    throw new Error(`the plan has no three rows of ${table} where ${condition}`)
  return { published, own, another }
}
