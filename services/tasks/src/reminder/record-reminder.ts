import type { EntityManager } from "@mikro-orm/postgresql"
import { addressees, answeredOf, answeringOf } from "@plan43/agency-scope"
import { addDays, type CalendarDate, inFigures, yearOf } from "@plan43/calendar"
import { announce } from "@plan43/outbox"
import {
  LONGEST_LINE,
  lengthRefusals,
  notFound,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  type Refusal,
  Refused,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { obligationIdOf, readObligationId } from "../obligation/obligation-id.ts"
import { REMINDERS_BEFORE_ESCALATION } from "./escalation.ts"
import { fullNumberOf, ReminderLetter } from "./reminder-letter.ts"
import { type Asking, draftListingSql, lateOrSilentSql, reminderCountSql } from "./to-remind.sql.ts"

/** Days that an agency is given to answer a letter until the coordinator says otherwise: our own reading, the plan sets none. */
export const DEFAULT_DAYS_TO_ANSWER = 10

/** The most tasks that one letter lists. */
export const LONGEST_LETTER = 200

/** What the coordinator may set before a letter is sent. */
export interface LetterDetails {
  number: number
  symbol: string
  datedOn: CalendarDate
  answerBy: CalendarDate
  signerOffice: string
  signerName: string | null
}

interface Listed {
  task_id: string
  code: string
  /** Of the draft that lists it; null where none does. */
  number: number | null
  symbol: string
}

/**
 * Drafts a letter to an agency with the next number of the year.
 * @param obligationIds what it lists: late or silent today, and in no other draft
 * @returns the letter, or refusals: those of `recordRow`, ITEMS_MISSING, TOO_MANY_ITEMS, NOT_FOUND, AGENCIES_DIFFER,
 * NOT_LATE, ALREADY_DRAFTED
 */
export async function draftReminder(
  ctx: RecordingContext,
  request: RecordingRequest,
  obligationIds: readonly string[],
): Promise<Outcome<ReminderLetter>> {
  const refusals = itemRefusals(obligationIds)
  if (refusals.length > 0) return { refusals }
  const keys = obligationIds.flatMap((id) => readObligationId(id) ?? [])
  const agencyId = keys[0]?.agencyId ?? ""
  const taskIds = [...new Set(keys.map(({ taskId }) => taskId))]
  return recordRow(ctx, request, {
    entity: ReminderLetter,
    table: "reminder_letter",
    standing: null,
    columns: { agency_id: agencyId, state: "DRAFT" },
    links: { table: "reminder_item", owner: "letter_id", linked: "task_id", ids: taskIds },
    check: async (em) => {
      // Before anything is looked at: a draft that is being written at the same time is then seen
      await holdNumbers(em)
      const listed = await toRemind(em, ctx, agencyId, taskIds)
      const wrong = taskIds.flatMap((taskId) => {
        const item = listed.find((each) => each.task_id === taskId)
        if (item === undefined) return [NOT_LATE]
        const { code, number, symbol } = item
        return number === null ? [] : [alreadyDrafted(code, fullNumberOf({ number, symbol }))]
      })
      if (wrong.length > 0) throw new Refused(wrong)
    },
    alsoWrite: (em, id) => fillDraft(em, ctx, id),
  })
}

/** Gives a new draft its date, the next number of the year, symbol and signer of the last letter, and how its tasks stand. */
async function fillDraft(em: EntityManager, ctx: RecordingContext, id: string): Promise<void> {
  const db = em.getKysely<unknown>()
  const year = yearOf(ctx.today)
  await sql`update reminder_letter set dated_on = ${ctx.today}::date, as_of = ${ctx.today}::date,
    answer_by = ${addDays(ctx.today, DEFAULT_DAYS_TO_ANSWER)}::date, series_year = ${year},
    number = 1 + coalesce((
      select max(number) from reminder_letter where series_year = ${year} and withdrawn_at is null), 0)
    where id = ${id}`.execute(db)
  await sql`update reminder_letter set symbol = last.symbol, signer_office = last.signer_office, signer_name = last.signer_name
    from (select symbol, signer_office, signer_name from reminder_letter
      where withdrawn_at is null and id <> ${id} order by created_at desc, id limit 1) last
    where id = ${id}`.execute(db)
  await sql`update reminder_item i set position = w.place, status = w.status, due_on = w.due_on, silent_since = w.silent_since
    from (select w.*, row_number() over (order by w.plan_id, w.position) as place from ${lateOrSilentSql(ctx)} w) w
    join reminder_letter l on l.agency_id = w.agency_id
    where l.id = ${id} and i.letter_id = l.id and i.task_id = w.task_id`.execute(db)
}

/**
 * Sets number, date and signer of a draft.
 * @returns the letter, or refusals: those of `recordRow`, ALREADY_SENT, NUMBER_TAKEN, NUMBER_OUT_OF_RANGE, TEXT_MISSING,
 * DATES_OUT_OF_ORDER
 */
export async function changeReminder(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  details: LetterDetails,
): Promise<Outcome<ReminderLetter>> {
  const refusals = letterRefusals(details)
  if (refusals.length > 0) return { refusals }
  const { number, symbol, datedOn, answerBy, signerOffice, signerName } = details
  const year = yearOf(datedOn)
  return recordRow(ctx, request, {
    entity: ReminderLetter,
    table: "reminder_letter",
    standing,
    columns: {
      series_year: String(year),
      number: String(number),
      symbol: symbol.trim(),
      dated_on: datedOn,
      answer_by: answerBy,
      signer_office: signerOffice.trim(),
      signer_name: signerName?.trim() || null,
    },
    check: async (em, id) => {
      await requireDraft(em, id)
      await holdNumbers(em)
      const { rows } =
        await sql`select id from reminder_letter where series_year = ${year} and number = ${number}
        and withdrawn_at is null and id <> ${id}`.execute(em.getKysely<unknown>())
      if (rows.length > 0)
        throw new Refused([
          {
            reason: "NUMBER_TAKEN",
            field: "number",
            message: `Số ${number} của năm ${year} đã dùng cho một công văn khác`,
          },
        ])
    },
  })
}

/**
 * Takes a draft back; its number is free again.
 * @returns the letter, or refusals: those of `recordRow`, REASON_MISSING, ALREADY_SENT
 */
export function withdrawReminder(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<ReminderLetter>> {
  return recordRow(ctx, request, {
    entity: ReminderLetter,
    table: "reminder_letter",
    standing,
    action: "withdrawn",
    reasonNeeded: "Hãy ghi lý do rút dự thảo",
    columns: {},
    stamped: ["withdrawn_at"],
    check: requireDraft,
  })
}

/**
 * Marks a letter as sent: that counts as one reminder of each task that it lists, and puts before the City's leaders what
 * has then been urged often enough. It cannot be undone. What it lists, and to whom, must have been right on its date: it may
 * be marked days after it went out.
 * @returns the letter, or refusals: those of `recordRow`, ALREADY_SENT, SIGNER_MISSING, DATE_IN_FUTURE, ADDRESSEE_ENDED,
 * NO_LONGER_LATE
 */
export async function sendReminder(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<ReminderLetter>> {
  return recordRow(ctx, request, {
    entity: ReminderLetter,
    table: "reminder_letter",
    standing,
    action: "sent",
    columns: { state: "SENT" },
    stamped: ["sent_at"],
    check: async (em, id) => {
      await requireDraft(em, id)
      const { rows } = await sql<{ dated_on: CalendarDate; signer_name: string | null }>`
        select dated_on, signer_name from reminder_letter where id = ${id}`.execute(em.getKysely<unknown>())
      const [letter] = rows
      const refusals: Refusal[] = []
      if ((letter?.signer_name ?? "") === "") refusals.push(SIGNER_MISSING)
      if (letter !== undefined && letter.dated_on > ctx.today)
        refusals.push({
          reason: "DATE_IN_FUTURE",
          field: "datedOn",
          message: `Công văn ghi ngày ${inFigures(letter.dated_on)}, sau hôm nay ${inFigures(ctx.today)}; hãy sửa ngày hoặc đợi đến ngày đó`,
        })
      if (refusals.length > 0 || letter === undefined) throw new Refused(refusals)
      await requireAddressee(em, id, letter.dated_on)
      await requireCause(em, { viewer: ctx.viewer, today: letter.dated_on }, id)
    },
    alsoWrite: (em, id) => countReminders(em, ctx, id),
  })
}

/** @throws Refused with ADDRESSEE_ENDED where the body was no more on the letter's date */
async function requireAddressee(em: EntityManager, id: string, day: CalendarDate): Promise<void> {
  const agency = sql.ref<string>("l.agency_id")
  const { rows } = await sql<{ name: string; followers: string[] }>`
    select coalesce(a.name, a.code) as name, array(
      select coalesce(follower.name, follower.code) from agency_reference follower where follower.id in (
        select answering.id from reminder_item i
        cross join lateral (${answeringOf(sql.ref("i.task_id"), agency, day)}) answering(id) where i.letter_id = l.id)
      order by 1) as followers
    from reminder_letter l join agency_reference a on a.id = l.agency_id
    where l.id = ${id} and not exists (select 1 from agency_answering alive
      where alive.agency_id = l.agency_id and alive.answering_id = l.agency_id
        and ${day}::date between alive.from_day and alive.to_day)`.execute(em.getKysely<unknown>())
  if (rows[0] !== undefined) throw new Refused([addresseeEnded(rows[0], day)])
}

/** @throws Refused with NO_LONGER_LATE where the letter lists what was neither late nor silent on its date */
async function requireCause(em: EntityManager, onItsDate: Asking, id: string): Promise<void> {
  const { rows } = await sql<{ code: string }>`
    select t.code from reminder_item i join reminder_letter l on l.id = i.letter_id join task t on t.id = i.task_id
    where l.id = ${id} and not exists (
      select 1 from ${lateOrSilentSql(onItsDate)} w where w.task_id = i.task_id and w.agency_id = l.agency_id)
    order by i.position`.execute(em.getKysely<unknown>())
  const codes = rows.map(({ code }) => code)
  if (codes.length > 0) throw new Refused([noLongerLate(codes, onItsDate.today)])
}

async function countReminders(em: EntityManager, ctx: RecordingContext, id: string): Promise<void> {
  const db = em.getKysely<unknown>()
  await sql`update reminder_letter set sent_on = ${ctx.today}::date where id = ${id}`.execute(db)
  const count = reminderCountSql(sql`i.task_id`, sql.ref<string>("l.agency_id"), ctx.today)
  const { rows } = await sql<{ task_id: string; agency_id: string; ordinal: number; code: string }>`
    with counted as (
      insert into reminder (letter_id, task_id, agency_id, ordinal, recorded_on)
      select i.letter_id, i.task_id, l.agency_id, ${count} + 1, l.sent_on
      from reminder_item i join reminder_letter l on l.id = i.letter_id where i.letter_id = ${id}
      returning task_id, agency_id, ordinal)
    select counted.*, t.code from counted join task t on t.id = counted.task_id order by t.position`.execute(
    db,
  )
  const [first] = rows
  if (first === undefined) return
  const { rows: letters } = await sql<{ number: number; symbol: string }>`
    select number, symbol from reminder_letter where id = ${id}`.execute(db)
  await announce(em, {
    type: "reminder.sent",
    subject: { kind: "ReminderLetter", id },
    agencyIds: await addressees(
      em,
      rows.map(({ agency_id, task_id }) => ({ agencyId: agency_id, subjectId: task_id })),
      ctx.today,
    ),
    actor: ctx.viewer.id,
    data: {
      number: letters[0] === undefined ? null : fullNumberOf(letters[0]),
      taskCodes: rows.map(({ code }) => code),
    },
  })
  await escalate(em, ctx, id)
}

/** Puts before the City's leaders, once each, what was urged often enough with the letter and is late or silent still. */
async function escalate(em: EntityManager, ctx: RecordingContext, id: string): Promise<void> {
  const db = em.getKysely<unknown>()
  const agency = sql.ref<string>("m.agency_id")
  const { rows } = await sql<{ task_id: string; agency_id: string; ordinal: number; code: string }>`
    select m.task_id, m.agency_id, m.ordinal, t.code from reminder m join task t on t.id = m.task_id
    where m.letter_id = ${id} and m.ordinal >= ${REMINDERS_BEFORE_ESCALATION}
      and not exists (select 1 from reminder_escalation e where e.task_id = m.task_id
        and (e.agency_id = m.agency_id or e.agency_id in (${answeredOf(sql.ref("m.task_id"), agency, ctx.today)})))
      and exists (select 1 from ${lateOrSilentSql(ctx)} w where w.task_id = m.task_id
        and w.agency_id in (${answeringOf(sql.ref("m.task_id"), agency, ctx.today)}))
    order by t.position`.execute(db)
  for (const { task_id: taskId, agency_id: agencyId, ordinal, code } of rows) {
    await sql`insert into reminder_escalation (task_id, agency_id, letter_id, recorded_on)
      values (${taskId}, ${agencyId}, ${id}, ${ctx.today}::date)`.execute(db)
    await announce(em, {
      type: "reminder.escalated",
      subject: { kind: "TaskObligation", id: obligationIdOf({ taskId, agencyId }) },
      agencyIds: await addressees(em, [{ agencyId, subjectId: taskId }], ctx.today),
      actor: ctx.viewer.id,
      data: { taskCode: code, count: ordinal },
    })
  }
}

/** Letters are drafted and numbered one after the other: holds all others back until the transaction ends. */
async function holdNumbers(em: EntityManager): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('reminder_letter.number'))`.execute(em.getKysely<unknown>())
}

async function requireDraft(em: EntityManager, id: string): Promise<void> {
  const { rows } = await sql<{ state: string }>`select state from reminder_letter where id = ${id}`.execute(
    em.getKysely<unknown>(),
  )
  if (rows[0] === undefined) throw new Refused([notFound("id", id)])
  if (rows[0].state !== "DRAFT") throw new Refused([ALREADY_SENT])
}

async function toRemind(
  em: EntityManager,
  ctx: RecordingContext,
  agencyId: string,
  taskIds: readonly string[],
): Promise<Listed[]> {
  const { rows } = await sql<Listed>`select w.task_id, t.code, draft.number, draft.symbol
    from ${lateOrSilentSql(ctx)} w join task t on t.id = w.task_id
    left join reminder_letter draft on draft.id = ${draftListingSql(sql.ref("w.task_id"), sql.ref<string>("w.agency_id"), ctx.today)}
    where w.agency_id = ${agencyId} and w.task_id = any(${taskIds}::uuid[])`.execute(em.getKysely<unknown>())
  return rows
}

/** What is wrong with a list, by itself: ITEMS_MISSING, TOO_MANY_ITEMS, NOT_FOUND, AGENCIES_DIFFER. */
export function itemRefusals(obligationIds: readonly string[]): Refusal[] {
  const field = "obligationIds"
  if (obligationIds.length === 0)
    return [{ reason: "ITEMS_MISSING", field, message: "Hãy chọn ít nhất một nhiệm vụ" }]
  if (obligationIds.length > LONGEST_LETTER)
    return [
      {
        reason: "TOO_MANY_ITEMS",
        field,
        message: `Một công văn nêu nhiều nhất ${LONGEST_LETTER} nhiệm vụ; đang chọn ${obligationIds.length}`,
      },
    ]
  const keys = obligationIds.map((id) => ({ id, key: readObligationId(id) }))
  const malformed = keys.find(({ key }) => key === null)
  if (malformed !== undefined) return [notFound(field, malformed.id.slice(0, 100))]
  if (new Set(keys.map(({ key }) => key?.agencyId)).size > 1)
    return [
      {
        reason: "AGENCIES_DIFFER",
        field,
        message: "Mỗi công văn gửi một cơ quan; hãy soạn riêng cho từng cơ quan",
      },
    ]
  return []
}

/** What is wrong with number, date and signer, by themselves. */
export function letterRefusals(details: LetterDetails): Refusal[] {
  const { number, symbol, datedOn, answerBy, signerOffice } = details
  const refusals = lengthRefusals(details, {
    symbol: 50,
    signerOffice: LONGEST_LINE,
    signerName: LONGEST_LINE,
  })
  if (number < 1 || number > 99_999)
    refusals.push({
      reason: "NUMBER_OUT_OF_RANGE",
      field: "number",
      message: `Số công văn là ${number}; cần từ 1 đến 99999`,
    })
  if (symbol.trim() === "")
    refusals.push({ reason: "TEXT_MISSING", field: "symbol", message: "Ký hiệu không được để trống" })
  if (signerOffice.trim() === "")
    refusals.push({
      reason: "TEXT_MISSING",
      field: "signerOffice",
      message: "Chức vụ người ký không được để trống",
    })
  if (answerBy < datedOn)
    refusals.push({
      reason: "DATES_OUT_OF_ORDER",
      field: "answerBy",
      message: `Hạn trả lời ${inFigures(answerBy)} không được trước ngày công văn ${inFigures(datedOn)}`,
    })
  return refusals
}

function alreadyDrafted(code: string, fullNumber: string): Refusal {
  return {
    reason: "ALREADY_DRAFTED",
    field: "obligationIds",
    message: `Nhiệm vụ ${code} đã có trong dự thảo công văn ${fullNumber}; hãy gửi hoặc rút dự thảo đó trước`,
  }
}

function addresseeEnded(
  { name, followers }: { name: string; followers: readonly string[] },
  day: CalendarDate,
): Refusal {
  const next =
    followers.length === 0
      ? "hãy rút dự thảo"
      : `phần việc trong công văn nay thuộc ${followers.join(", ")}; hãy rút dự thảo và soạn công văn gửi cơ quan đó`
  return {
    reason: "ADDRESSEE_ENDED",
    field: "id",
    message: `${name} không còn hoạt động vào ngày công văn ${inFigures(day)}; ${next}`,
  }
}

function noLongerLate(codes: readonly string[], day: CalendarDate): Refusal {
  return {
    reason: "NO_LONGER_LATE",
    field: "id",
    message: `Vào ngày công văn ${inFigures(day)}, nhiệm vụ ${codes.join(", ")} không quá hạn cũng không thiếu báo cáo; hãy rút dự thảo và soạn lại, hoặc sửa ngày nếu công văn đã gửi vào ngày khác`,
  }
}

const NOT_LATE = {
  reason: "NOT_LATE",
  field: "obligationIds",
  message: "Có nhiệm vụ đã chọn hôm nay không còn quá hạn hay thiếu báo cáo; hãy tải lại danh sách",
}

const ALREADY_SENT = {
  reason: "ALREADY_SENT",
  field: "id",
  message: "Công văn đã được đánh dấu là đã gửi, không sửa hay rút được nữa",
}

const SIGNER_MISSING = {
  reason: "SIGNER_MISSING",
  field: "signerName",
  message: "Hãy ghi họ tên người ký trước khi đánh dấu đã gửi",
}
