import { addDays, type CalendarDate, daysBetween } from "@plan43/calendar"
import { readAll, type World } from "./world.ts"

/** What an agency owes, as far as it decides what is reported. */
interface Obligation {
  id: string
  agency: { id: string }
  dueOn: string | null
  task: {
    code: string
    phases: { id: string }[]
  }
  /** From the first claim that it is done: what follows is between that claim and the Department. */
  completionClaimed?: true
  /** The report that was made last; earlier ones are no longer looked at. */
  lastReport?: string
  /** From a return until its correction is confirmed: nothing else can be reported then. */
  returned?: boolean
}

/** How an agency works on one obligation, the same from the first day to the last. */
interface Habit {
  /** SILENT ones answer nothing at all. */
  diligence: "PROMPT" | "SLOW" | "SILENT"
  /** The day of the quarter, from 0, on which it answers. */
  dayOfQuarter: number
  /** When it is done; null: not within the year. */
  completesOn: CalendarDate | null
}

const OBLIGATIONS = `query ($after: String) {
  obligations(first: 100, after: $after) {
    edges { node { id agency { id } dueOn task { code phases { id } } } }
    pageInfo { hasNextPage endCursor }
  }
}`

const STANDING = `query ($id: ID!) {
  obligation(id: $id) { version status }
}`

interface Standing {
  version: number
  status: string
}

const QUARTER_DAYS = 91
/** Days from a report to the look at it, at least and at most. */
const LOOKED_AT: readonly [number, number] = [1, 6]

/** Days after which an officer tries again what has to wait for the confirmation of a correction. */
const ASKED_AGAIN = 7

/** How many of the reports of work under way are looked at; corrections and claims that something is done all are. */
const LOOKED_AT_SHARE = 0.85
/** How many of the claims that something is done come back, and how many of the other reports. */
const COMPLETIONS_RETURNED = 0.25
const OTHERS_RETURNED = 0.06

/** Enters into the diary what agencies report of their obligations in the year, and what the Department says to it. */
export async function planProgress(world: World): Promise<void> {
  const obligations = await readAll<Obligation>(async (after) => {
    const data = await world.office.ask<{ obligations: never }>(
      world.tasks,
      world.office.coordinator,
      OBLIGATIONS,
      { after },
    )
    return data.obligations
  })
  for (const obligation of obligations) {
    const habit = habitOf(world, obligation)
    if (habit.diligence === "SILENT") continue
    for (let quarter = 0; ; quarter++) {
      const day = addDays(world.from, quarter * QUARTER_DAYS + habit.dayOfQuarter)
      if (day > world.to) break
      world.diary.enter(day, () => answer(world, obligation, habit, quarter))
    }
    const { completesOn } = habit
    if (completesOn !== null && completesOn <= world.to && completesOn >= world.from)
      world.diary.enter(addDays(completesOn, 1), () => complete(world, obligation, completesOn))
    if (habit.diligence === "SLOW" && obligation.dueOn !== null)
      world.diary.enter(addDays(obligation.dueOn as CalendarDate, -20), () => askForTime(world, obligation))
  }
}

const nameOf = ({ task, agency }: Obligation) => `${task.code} ${agency.id}`

function habitOf({ chance, from, to }: World, obligation: Obligation): Habit {
  const name = nameOf(obligation)
  const temper = chance.of(`diligence ${name}`)
  const diligence = temper < 0.12 ? "SILENT" : temper < 0.4 ? "SLOW" : "PROMPT"
  const due = obligation.dueOn as CalendarDate | null
  const late =
    diligence === "SLOW" ? chance.between(`late ${name}`, 5, 120) : chance.between(`early ${name}`, -40, 3)
  // What was due long before the year began is caught up with in its course.
  const planned = due === null ? null : addDays(due, late)
  const completesOn =
    planned === null
      ? null
      : planned >= from
        ? planned
        : addDays(from, chance.between(`catching up ${name}`, 5, 2 * daysBetween(from, to)))
  return { diligence, dayOfQuarter: chance.between(`day ${name}`, 0, QUARTER_DAYS - 1), completesOn }
}

const standingOf = async (world: World, { id }: Obligation) =>
  (
    await world.office.ask<{ obligation: Standing | null }>(world.tasks, world.office.coordinator, STANDING, {
      id,
    })
  ).obligation

const OVER: ReadonlySet<string> = new Set(["COMPLETED_ON_TIME", "COMPLETED_LATE", "SUSPENDED", "CANCELLED"])

async function answer(world: World, obligation: Obligation, habit: Habit, quarter: number): Promise<void> {
  const standing = await standingOf(world, obligation)
  if (standing === null || OVER.has(standing.status)) return
  if (obligation.completionClaimed || obligation.returned) return
  const about = `${nameOf(obligation)} ${quarter}`
  const luck = world.chance.of(`answer ${about}`)
  if (standing.status === "AWAITING_TRIGGER")
    return report(world, obligation, standing, { answer: "NOTHING_TO_REPORT" })
  if (luck < 0.15) return report(world, obligation, standing, { answer: "NO_CHANGE" })
  const percentage = percentageOn(world, obligation, habit)
  await report(world, obligation, standing, {
    answer: "PROGRESS",
    state: "IN_PROGRESS",
    percentage,
    done: world.chance.pick(`done ${about}`, WORK_DONE),
    nextStep: world.chance.pick(`next ${about}`, NEXT_STEPS),
    difficulties: luck > 0.75 ? world.chance.pick(`difficulty ${about}`, DIFFICULTIES) : null,
  })
}

/** How far the work is by today; null where it has no end. */
function percentageOn(world: World, { dueOn }: Obligation, { completesOn }: Habit): number | null {
  if (dueOn === null || completesOn === null) return null
  const left = daysBetween(world.today(), completesOn)
  return Math.max(10, Math.min(95, 95 - Math.round(left / 5)))
}

async function complete(world: World, obligation: Obligation, completedOn: CalendarDate): Promise<void> {
  const standing = await standingOf(world, obligation)
  if (standing === null || OVER.has(standing.status) || standing.status === "AWAITING_TRIGGER") return
  if (obligation.returned) {
    world.diary.enter(addDays(world.today(), ASKED_AGAIN), () => complete(world, obligation, completedOn))
    return
  }
  const name = nameOf(obligation)
  obligation.completionClaimed = true
  await report(world, obligation, standing, {
    answer: "PROGRESS",
    state: "COMPLETED",
    percentage: 100,
    done: "Đã hoàn thành nội dung được giao, đã trình cấp có thẩm quyền ban hành sản phẩm.",
    completedOn,
    result: {
      number: `${world.chance.between(`number ${name}`, 100, 9_999)}/MP-${obligation.task.code}`,
      issuedOn: completedOn,
      issuer: "Cơ quan chủ trì (mô phỏng)",
      link: `https://mo-phong.example.vn/van-ban/${obligation.task.code}`,
    },
  })
}

interface Report {
  id: string
  version: number
}

async function report(
  world: World,
  obligation: Obligation,
  { version }: Standing,
  given: Record<string, unknown>,
): Promise<void> {
  const phaseId = obligation.task.phases[0]?.id ?? null
  const answered = await world.office.carryOut<{ report: Report }>(
    world.office.officerOf(obligation.agency.id),
    {
      subgraph: world.tasks,
      mutation: "reportProgress",
      type: "ReportProgressInput!",
      input: { obligationId: obligation.id, version, phaseId, ...given },
      read: "report { id version }",
    },
    nameOf(obligation),
  )
  if (answered === null) return
  obligation.lastReport = answered.report.id
  if (given.answer !== "PROGRESS") return
  const about = `look ${nameOf(obligation)} ${world.today()}`
  const day = addDays(world.today(), world.chance.between(about, ...LOOKED_AT))
  const again = () => sayAgain(world, obligation, given)
  if (
    given.state === "COMPLETED" ||
    obligation.returned ||
    world.chance.of(`look at ${about}`) < LOOKED_AT_SHARE
  )
    world.diary.enter(day, () => verify(world, obligation, given, answered.report, again))
}

/** What comes back is reported again, better founded. */
async function verify(
  world: World,
  obligation: Obligation,
  { state }: Record<string, unknown>,
  { id, version }: Report,
  again: () => Promise<void>,
): Promise<void> {
  if (obligation.lastReport !== id) return
  const name = nameOf(obligation)
  const share = state === "COMPLETED" ? COMPLETIONS_RETURNED : OTHERS_RETURNED
  const returned = world.chance.of(`verify ${name} ${world.today()}`) < share
  const input = returned
    ? {
        ...{ id, version, reason: "Nội dung đã thực hiện chưa nêu rõ kết quả" },
        fields: [{ field: "DONE", reason: "Cần nêu rõ kết quả cụ thể, số liệu kèm theo" }],
      }
    : { id, version }
  const looked = await world.office.carryOut(
    world.office.coordinator,
    {
      subgraph: world.tasks,
      mutation: returned ? "returnReport" : "confirmReport",
      type: returned ? "ReturnReportInput!" : "ConfirmReportInput!",
      input,
      read: "report { id }",
    },
    name,
  )
  if (looked === null) return
  obligation.returned = returned
  if (returned) world.diary.enter(addDays(world.today(), 4), again)
}

async function sayAgain(world: World, obligation: Obligation, given: Record<string, unknown>): Promise<void> {
  const completed = given.state === "COMPLETED"
  if (!completed && obligation.completionClaimed) return
  const standing = await standingOf(world, obligation)
  if (standing === null || OVER.has(standing.status)) return
  const proof = completed
    ? "Kết quả: 100% nội dung đã nghiệm thu, có biên bản kèm theo."
    : "Bổ sung: đã có biên bản và số liệu kèm theo."
  await report(world, obligation, standing, { ...given, done: `${given.done} ${proof}` })
}

async function askForTime(world: World, obligation: Obligation): Promise<void> {
  const standing = await standingOf(world, obligation)
  if (standing === null || OVER.has(standing.status) || obligation.dueOn === null) return
  if (world.chance.of(`time ${nameOf(obligation)}`) < 0.5) return
  const name = nameOf(obligation)
  const dueOn = addDays(obligation.dueOn as CalendarDate, 60)
  const asked = await world.office.carryOut<{ extension: Report }>(
    world.office.officerOf(obligation.agency.id),
    {
      subgraph: world.tasks,
      mutation: "requestExtension",
      type: "RequestExtensionInput!",
      input: {
        ...{ obligationId: obligation.id, version: standing.version, dueOn },
        ...{ phaseId: obligation.task.phases[0]?.id ?? null },
        reason: "Phải lấy thêm ý kiến của các đơn vị liên quan",
      },
      read: "extension { id version }",
    },
    name,
  )
  if (asked === null) return
  world.diary.enter(addDays(world.today(), 3), async () => {
    const granted = world.chance.of(`grant ${name}`) < 0.7
    await world.office.carryOut(
      world.office.coordinator,
      {
        subgraph: world.tasks,
        mutation: "decideExtension",
        type: "DecideExtensionInput!",
        input: {
          ...asked.extension,
          granted,
          reason: granted ? null : "Đã có đủ thời gian; đề nghị tập trung hoàn thành",
        },
        read: "extension { id }",
      },
      name,
    )
  })
}

const WORK_DONE = [
  "Đã xây dựng dự thảo và gửi lấy ý kiến các đơn vị.",
  "Đã tổ chức họp triển khai, phân công các phòng chuyên môn.",
  "Đã khảo sát hiện trạng tại các đơn vị trực thuộc.",
  "Đã tổng hợp ý kiến góp ý, hoàn thiện dự thảo lần hai.",
  "Đã trình lãnh đạo xem xét hồ sơ.",
] as const

const NEXT_STEPS = [
  "Tiếp thu ý kiến, hoàn thiện dự thảo trong tháng tới.",
  "Trình cấp có thẩm quyền phê duyệt.",
  "Tổ chức tập huấn cho cán bộ cơ sở.",
  "Rà soát kinh phí và tiến độ.",
] as const

const DIFFICULTIES = [
  "Chưa có hướng dẫn về định mức chi.",
  "Thiếu nhân sự chuyên trách.",
  "Việc phối hợp cung cấp dữ liệu còn chậm.",
] as const
