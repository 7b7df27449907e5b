import { randomUUID } from "node:crypto"
import type { RecordWalkedRows } from "@plan43/subgraph/testing"
import { publishedParts } from "../publication/published-part.ts"

/** The types of this subgraph that people record. */
export const WALKED_TYPES = ["Round", "AgencyReport"] as const

/** A row of each kind: so the walk through every field as everybody sees who is shown which. */
export const recordWalkedRows: RecordWalkedRows = async (execute, agencyIds) => {
  const freshIds = () => ({ published: randomUUID(), own: randomUUID(), another: randomUUID() })
  const [rounds, reports] = [freshIds(), freshIds()]
  for (const kind of ["published", "own", "another"] as const) {
    const [line, returned] = [randomUUID(), randomUUID()]
    await execute(
      `insert into round (id, kind, name, cut_off_on, agencies_due_on, city_due_on, government_due_on, agency_ids,
         opened_on, locked_at, published_at, published_parts)
       values (?, 'REGULAR', ?, '2026-05-31', '2026-06-05', '2026-06-10', '2026-06-14', ?::uuid[], '2026-05-20', ?, ?, ?::text[])`,
      [
        rounds[kind],
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
    if (kind === "published") await recordPublications(execute, rounds[kind])
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
