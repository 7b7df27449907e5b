import { randomUUID } from "node:crypto"
import type { RecordWalkedRows } from "@plan43/subgraph/testing"

/** The types of this subgraph that people record. */
export const WALKED_TYPES = ["Round", "AgencyReport"] as const

/** A file that the coordinator uploaded and that waits: too large to be read, so that no bytes of it are needed. */
export const UPLOADED_WORKBOOK = "0b1f5c1e-6d0a-4c53-9d57-3f1a2f6b7c88"

/** A row of each kind: so the walk through every field as everybody sees who is shown which. */
export const recordWalkedRows: RecordWalkedRows = async (execute, agencyIds) => {
  const freshIds = () => ({ published: randomUUID(), own: randomUUID(), another: randomUUID() })
  const [rounds, reports] = [freshIds(), freshIds()]
  await execute(
    `insert into evidence_file (id, name, media_type, size, sha256, state, uploaded_by)
     values (?, 'bao-cao.xlsx', 'application/pdf', 6000000, repeat('a', 64), 'READY', 'COORDINATOR')`,
    [UPLOADED_WORKBOOK],
  )
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
    await execute("update report_line set workbook_id = ?, file_ids = ?::uuid[] where id = ?", [
      workbook,
      `{${evidence}}`,
      line,
    ])
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
  return { Round: rounds, AgencyReport: reports }
}
