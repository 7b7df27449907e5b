import { randomUUID } from "node:crypto"
import type { RecordWalkedRows } from "@plan43/subgraph/testing"
import { publishedParts } from "../publication/published-part.ts"

/** The types of this subgraph that people record. */
export const WALKED_TYPES = [
  "ReportingRound",
  "AgencyReport",
  "ReportLine",
  "ScorecardFreeze",
  "ReportTemplate",
] as const

/** A file that the coordinator uploaded and that waits: too large to be read, so that no bytes of it are needed. */
export const UPLOADED_WORKBOOK = "0b1f5c1e-6d0a-4c53-9d57-3f1a2f6b7c88"

/** A row of each kind: so the walk through every field as everybody sees who is shown which. */
export const recordWalkedRows: RecordWalkedRows = async (execute, agencyIds) => {
  const freshIds = () => ({ published: randomUUID(), own: randomUUID(), another: randomUUID() })
  const [rounds, reports, lines, templates] = [freshIds(), freshIds(), freshIds(), freshIds()]
  await execute(
    `insert into evidence_file (id, name, media_type, size, sha256, state, uploaded_by)
     values (?, 'bao-cao.xlsx', 'application/pdf', 6000000, repeat('a', 64), 'READY', 'COORDINATOR')`,
    [UPLOADED_WORKBOOK],
  )
  for (const kind of ["published", "own", "another"] as const) {
    const [line, returned] = [lines[kind], randomUUID()]
    const [commentary, signed, sent, file] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    await execute(
      `insert into report_template (id, name, note, item_kinds, sections, questions, agency_ids)
       values (?, ?, 'Căn cứ', '{TASK}', '{IV}', 'Đã họp chưa', ?::uuid[])`,
      [templates[kind], `Mẫu ${kind}`, `{${agencyIds[kind]}}`],
    )
    await execute(
      `insert into round (id, template_id, template_version, kind, name, cut_off_on, agencies_due_on, city_due_on, government_due_on, agency_ids,
         opened_on, locked_at, published_at, published_parts)
       values (?, ?, 1, 'REGULAR', ?, '2026-05-31', '2026-06-05', '2026-06-10', '2026-06-14', ?::uuid[], '2026-05-20', ?, ?, ?::text[])`,
      [
        rounds[kind],
        templates[kind],
        kind,
        // One round asks everybody, and so knows of what nobody reports on
        kind === "published" ? "{}" : `{${agencyIds[kind]}}`,
        ...(kind === "published"
          ? ["2026-06-20T00:00:00Z", "2026-06-21T00:00:00Z", `{${publishedParts}}`]
          : [null, null, null]),
      ],
    )
    await execute(
      "insert into agency_report (id, round_id, agency_id, state, sent_on) values (?, ?, ?, ?, '2026-06-04')",
      [reports[kind], rounds[kind], agencyIds[kind], kind === "published" ? "INCLUDED" : "RETURNED"],
    )
    await execute(
      `insert into report_line (id, report_id, item_id, answer, progress)
       select ?, ?, id, 'REPORTED', 'Đã trình' from report_item where kind = 'TASK' and code = '48'`,
      [line, reports[kind]],
    )
    const [workbook, evidence] = [randomUUID(), randomUUID()]
    for (const file of [workbook, evidence])
      await execute(
        `insert into evidence_file (id, owner, name, media_type, size, sha256, state, uploaded_by)
         values (?, 'agency_report', 'tệp', 'application/pdf', 1, repeat('a', 64), 'READY', 'ai-do')`,
        [file],
      )
    await execute(
      `insert into report_workbook (id, report_id, sha256, approved_by, approved_on, lines_taken, lines_left, returns_before,
         taken_by, taken_by_name, recorded_on)
       values (?, ?, repeat('a', 64), 'Thủ trưởng', '2026-06-03', 1, 0, 0, 'ai-do', 'Ai đó', '2026-06-04')`,
      [workbook, reports[kind]],
    )
    await execute("update agency_report set workbook_id = ?, approved_in_id = ? where id = ?", [
      workbook,
      workbook,
      reports[kind],
    ])
    const entered = randomUUID()
    await execute(
      `insert into report_entry (id, report_id, received_on, workbook_id, approved_by, entered_by, entered_by_name, recorded_on)
       values (?, ?, '2026-06-03', ?, 'Thủ trưởng', 'ai-do', 'Ai đó', '2026-06-04')`,
      [entered, reports[kind], workbook],
    )
    await execute("update agency_report set entry_id = ?, received_on = '2026-06-03' where id = ?", [
      entered,
      reports[kind],
    ])
    await execute(
      "update report_line set entered_by = 'Ai đó', workbook_id = ?, file_ids = ?::uuid[] where id = ?",
      [workbook, `{${evidence}}`, line],
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
    await execute(
      `insert into report_reminder (id, round_id, report_ids, reminded_on, reminded_by)
       values (gen_random_uuid(), ?, ?::uuid[], '2026-06-05', 'Điều phối viên')`,
      [rounds[kind], `{${reports[kind]}}`],
    )
    await execute(
      `insert into evidence_file (id, name, media_type, size, sha256, state, uploaded_by, uploaded_by_name, owner)
       values (?, ?, 'application/pdf', 1, repeat('0', 64), 'READY', 'ai-do', 'Ai Đó', 'signed_copy')`,
      [file, `${kind}.pdf`],
    )
    await execute(
      `insert into commentary (id, round_id, part, body, written_by) values (?, ?, 'ASSESSMENT', ?, 'Ai Đó')`,
      [commentary, rounds[kind], `Lời văn ${kind}`],
    )
    await execute(
      `insert into commentary_version (commentary_id, number, body, written_by, recorded_on)
       values (?, 1, ?, 'Ai Đó', '2026-06-03')`,
      [commentary, `Lời văn ${kind}`],
    )
    await execute(
      `insert into signed_copy (id, round_id, number, signed_on, signer, file_ids, recorded_on)
       values (?, ?, '1/BC-SKHCN', '2026-06-10', 'Giám đốc', array[?]::uuid[], '2026-06-11')`,
      [signed, rounds[kind], file],
    )
    await execute(
      `insert into dispatch (id, round_id, recipient, sent_on, means, file_ids, sha256s, recorded_on)
       values (?, ?, 'CITY', '2026-06-11', 'Trục liên thông', array[?]::uuid[], array[repeat('0', 64)], '2026-06-11')`,
      [sent, rounds[kind], file],
    )
    if (kind === "published") await recordPublications(execute, rounds[kind])
    for (const [entity, id] of [
      ["round", rounds[kind]],
      ["agency_report", reports[kind]],
      ["report_line", line],
      ["report_template", templates[kind]],
    ] as const)
      await execute(
        `insert into audit_entry (actor, action, entity, entity_id, before, after)
         values ('ai-do', ?, ?, ?, '{"name": "trước"}', '{"name": "sau"}')`,
        [`${entity}.updated`, entity, id],
      )
  }
  return {
    ReportingRound: rounds,
    AgencyReport: reports,
    ReportTemplate: templates,
    ReportLine: lines,
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

/** A version that was taken back, and the one that stands. */
async function recordPublications(execute: Execute, roundId: string): Promise<void> {
  const withdrawn = randomUUID()
  for (const [id, version, note] of [
    [withdrawn, 1, null],
    [randomUUID(), 2, "Sửa số liệu"],
  ] as const)
    await execute(
      `insert into publication (id, round_id, address, version, note, parts, content, sha256, published_by, recorded_on)
       values (?, ?, 'da-cong-bo', ?, ?, ?::text[], ?, encode(sha256(?), 'hex'), 'ai-do', '2026-06-21')`,
      [id, roundId, version, note, `{${publishedParts}}`, CONTENT, CONTENT],
    )
  await execute(
    "insert into publication_withdrawal (publication_id, reason, recorded_on) values (?, 'Sai số liệu', '2026-06-22')",
    [withdrawn],
  )
}

type Execute = Parameters<RecordWalkedRows>[0]

const CONTENT = JSON.stringify({ text: "Thành phố thông tin" })
