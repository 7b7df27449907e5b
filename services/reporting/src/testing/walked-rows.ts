import { randomUUID } from "node:crypto"
import type { RecordWalkedRows } from "@plan43/subgraph/testing"

/** The types of this subgraph that people record. */
export const WALKED_TYPES = ["Round", "AgencyReport", "ScorecardFreeze"] as const

/** A row of each kind: so the walk through every field as everybody sees who is shown which. */
export const recordWalkedRows: RecordWalkedRows = async (execute, agencyIds) => {
  const freshIds = () => ({ published: randomUUID(), own: randomUUID(), another: randomUUID() })
  const [rounds, reports] = [freshIds(), freshIds()]
  for (const kind of ["published", "own", "another"] as const) {
    const [line, returned] = [randomUUID(), randomUUID()]
    await execute(
      `insert into round (id, kind, name, cut_off_on, agencies_due_on, city_due_on, government_due_on, agency_ids,
         opened_on, locked_at, published_at)
       values (?, 'REGULAR', ?, '2026-05-31', '2026-06-05', '2026-06-10', '2026-06-14', ?::uuid[], '2026-05-20', ?, ?)`,
      [
        rounds[kind],
        kind,
        // One round asks everybody, and so knows of what nobody reports on
        kind === "published" ? "{}" : `{${agencyIds[kind]}}`,
        ...(kind === "published" ? ["2026-06-20T00:00:00Z", "2026-06-21T00:00:00Z"] : [null, null]),
      ],
    )
    await execute(
      "insert into agency_report (id, round_id, agency_id, state, sent_on) values (?, ?, ?, 'RETURNED', '2026-06-04')",
      [reports[kind], rounds[kind], agencyIds[kind]],
    )
    await execute(
      `insert into report_line (id, report_id, item_id, answer, progress)
       select ?, ?, id, 'REPORTED', 'Đã trình' from report_item where kind = 'TASK' and code = '48'`,
      [line, reports[kind]],
    )
    await execute(
      `insert into line_prefill (line_id, as_of, status, due_on, source_id, recorded_on, progress)
       values (?, '2026-05-31', ?, '2026-12-31', ?, '2026-05-30', 'Đã trình')`,
      [line, "IN_PROGRESS", randomUUID()],
    )
    await execute("insert into report_return (id, report_id, recorded_on) values (?, ?, '2026-06-06')", [
      returned,
      reports[kind],
    ])
    await execute(
      "insert into returned_field (return_id, line_id, field, reason) values (?, ?, 'PROGRESS', 'Chưa rõ')",
      [returned, line],
    )
    for (const [entity, id] of [
      ["round", rounds[kind]],
      ["agency_report", reports[kind]],
      ["report_line", line],
    ] as const)
      await execute(
        `insert into audit_entry (actor, action, entity, entity_id, before, after)
         values ('ai-do', ?, ?, ?, '{"name": "trước"}', '{"name": "sau"}')`,
        [`${entity}.updated`, entity, id],
      )
  }
  return {
    Round: rounds,
    AgencyReport: reports,
    ScorecardFreeze: await keepWalkedScorecards(execute, agencyIds.own),
  }
}

/** Scorecards that were kept, counted by a method with weights; whose they are is decided of each scorecard. */
async function keepWalkedScorecards(execute: Parameters<RecordWalkedRows>[0], agencyId: string) {
  const content = keptContent(agencyId)
  const freezes = { published: randomUUID(), own: randomUUID(), another: randomUUID() }
  await execute(
    `insert into scorecard_method (id, number, criteria_version, criteria, weights, basis, effective_from, recorded_on, recorded_by_name)
     values (?, 2, 1, '{ANSWERS_CONFIRMED}', '{1}', 'Quyết định', '2025-01-01', '2026-01-02', 'Người ghi')`,
    [randomUUID()],
  )
  for (const id of Object.values(freezes)) {
    await execute(
      `insert into scorecard_freeze (id, name, from_day, to_day, recorded_on, recorded_by_name)
       values (?, 'Đánh giá', '2026-01-01', '2026-06-30', '2026-07-01', 'Người chốt')`,
      [id],
    )
    await execute(
      `insert into scorecard_content (freeze_id, content, sha256)
       values (?, ?, encode(sha256(convert_to(?, 'UTF8')), 'hex'))`,
      [id, content, content],
    )
  }
  return freezes
}

/** What was kept: the own agency owed a task, and its officer signed an answer on it. */
function keptContent(agencyId: string): string {
  const nothing = { indicators: [], reports: [], reminders: [], extensions: [] }
  const ofTask = { taskId: randomUUID(), taskCode: "48", taskTitle: "Bố trí kinh phí", agencyId }
  const day = "2026-03-31"
  return JSON.stringify({
    simulated: false,
    agencies: [{ id: agencyId, name: "Cơ quan" }],
    people: [
      {
        id: randomUUID(),
        subject: "AGENCY_OFFICER",
        email: null,
        name: "Người kiểm tra",
        role: "AGENCY_OFFICER",
        agencyId,
        validFrom: "2026-01-01",
        validTo: null,
      },
    ],
    method: {
      number: 2,
      criteriaVersion: 1,
      weights: [{ criterion: "ANSWERS_CONFIRMED", weight: 1 }],
      basis: "Quyết định",
      effectiveFrom: "2025-01-01",
    },
    now: {
      ...nothing,
      period: { from: "2026-01-01", to: "2026-06-30" },
      asOf: "2026-06-30",
      obligations: [{ ...ofTask, byClass: false, status: "COMPLETED_ON_TIME", dueOn: day }],
      answers: [
        {
          ...ofTask,
          answerId: randomUUID(),
          signedBy: "AGENCY_OFFICER",
          signedOn: day,
          outcome: "CONFIRMED",
        },
      ],
      filledLines: [],
    },
    before: {
      ...nothing,
      period: { from: "2025-07-01", to: "2025-12-31" },
      asOf: "2025-12-31",
      obligations: [],
      answers: [],
      filledLines: [],
    },
  })
}
