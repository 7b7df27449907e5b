import { inWords } from "@plan43/official-letter"
import { FIGURES, type OfficialTally, statusesIn } from "@plan43/official-tally"
import { agencyRowsOf } from "../../tally/agency-rows.ts"
import type { ReportedTask } from "../../tally/reported-task.ts"
import { talliesOf } from "../../tally/tallies.ts"
import { annexOf } from "../annexes.ts"
import { anyCooperation } from "../cooperation-table.ts"
import type { ReportedReport, SynthesisContent } from "../synthesis-content.ts"
import { namesOf, sectionTable, taskInWords } from "../tables.ts"
import {
  countOf,
  type FigureSource,
  joined,
  type Piece,
  type RegisterFilter,
  sentence,
  shareOf,
} from "./figure.ts"
import { indicatorsPart } from "./indicators-part.ts"
import { nextPeriodPart } from "./next-period-part.ts"
import { obstaclesPart } from "./obstacles-part.ts"
import type { PartBlock, PartKey, ReportPart } from "./report-part.ts"

/** So many are named in a sentence; of more only the figure is, and where they stand. */
const MOST_NAMED = 12

const SIMULATED = "DỮ LIỆU MÔ PHỎNG: văn bản này do chương trình tạo ra để thử, không có giá trị."

/** What says before anything else that nothing of it is real; nothing where it is. */
export function simulationNotice({ simulated }: Pick<SynthesisContent, "simulated">): PartBlock[] {
  return simulated ? [{ kind: "SENTENCE", pieces: [SIMULATED] }] : []
}

/**
 * The report in its parts, without what people wrote to them: from one structure come the Word document and the screen, so
 * each figure of a sentence has its rows. Source: DOMAIN.md, “Usual outline”.
 */
export function reportOutlineOf(content: SynthesisContent): ReportPart[] {
  const toldInWords = content.outline === 2
  const chapters: readonly Chapter[] = [
    ...(toldInWords ? [[writtenPart("DIRECTION", "Công tác chỉ đạo, điều hành")] as const] : []),
    [assessmentPart(content)],
    [
      {
        key: null,
        heading: "Kết quả thực hiện theo nhóm nhiệm vụ",
        blocks: [{ kind: "TABLE", table: sectionTable(content) }],
      },
      ...sectionParts(content),
    ],
    [indicatorsPart(content)],
    [agenciesPart(content)],
    ...(toldInWords ? [[writtenPart("FUNDS", "Kinh phí thực hiện")] as const] : []),
    [obstaclesPart(content)],
    [nextPeriodPart(content)],
  ]
  return [
    {
      key: null,
      heading: null,
      blocks: [
        ...simulationNotice(content),
        said(
          sentence`Thực hiện ${plansOf(content)}, Sở Khoa học và Công nghệ tổng hợp kết quả thực hiện của các cơ quan, đơn vị đến hết ${inWords(content.asOf)} (${content.round.name}) như sau:`,
        ),
      ],
    },
    ...chapters.flatMap(numbered),
    {
      key: "CLOSING",
      heading: null,
      blocks: [
        said([
          "Trên đây là báo cáo tổng hợp kết quả thực hiện Kế hoạch; Sở Khoa học và Công nghệ kính báo cáo Ủy ban nhân dân Thành phố xem xét, chỉ đạo",
        ]),
      ],
    },
  ]
}

/** A part that has a number of its own, and those below it, which are numbered otherwise. */
type Chapter = readonly [first: ReportPart, ...below: ReportPart[]]

const NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]

function numbered([first, ...below]: Chapter, place: number): ReportPart[] {
  return [{ ...first, heading: `${NUMERALS[place]}. ${first.heading}` }, ...below]
}

/** A part of which no data tells: people write all of it. */
function writtenPart(key: PartKey, heading: string): ReportPart {
  return { key, heading, blocks: [] }
}

const said = (pieces: readonly Piece[]): PartBlock => ({ kind: "SENTENCE", pieces })

/** e.g. "Kế hoạch số 43/KH-UBND ngày 17 tháng 02 năm 2025 của UBND Thành phố" */
function plansOf({ tasks }: SynthesisContent): string {
  return [
    ...new Set(
      tasks.map(
        ({ planNumber, planIssuedOn, planIssuer }) =>
          `Kế hoạch số ${planNumber} ${inWords(planIssuedOn)} của ${planIssuer}`,
      ),
    ),
  ].join("; ")
}

/** The tasks of a figure of the tally, or of several: all of the City's, or those that a filter leaves. */
function tasksIn(
  tasks: readonly ReportedTask[],
  figures: readonly (keyof OfficialTally)[],
  within: Omit<RegisterFilter, "status"> = {},
): FigureSource {
  const statuses = figures.flatMap(statusesIn)
  const counted = tasks.filter(
    ({ status, sectionNumeral, leadIds }) =>
      statuses.includes(status) &&
      (within.section === undefined || sectionNumeral === within.section) &&
      (within.leadId === undefined || leadIds.includes(within.leadId)),
  )
  return {
    kind: "TASK",
    ids: counted.map(({ id }) => id),
    filter: { ...(figures.includes("assigned") ? {} : { status: statuses }), ...within },
  }
}

/** How the sentence of the tally calls the figures that follow what was completed. */
const LEFT_IN_WORDS = {
  inTime: "đang thực hiện trong hạn",
  overdue: "chưa hoàn thành, quá hạn",
  notYetDue: "chưa đến hạn",
  awaitingDocument: "chờ văn bản",
  suspendedOrCancelled: "tạm dừng hoặc hủy",
} as const satisfies Partial<Record<keyof OfficialTally, string>>

/** The official tallies in words, and who reported. */
function assessmentPart(content: SynthesisContent): ReportPart {
  const { tasks } = content
  const all = tasksIn(tasks, ["assigned"])
  const completed = tasksIn(tasks, ["completedOnTime", "completedLate"])
  const left = FIGURES.filter((figure) => figure in LEFT_IN_WORDS) as (keyof typeof LEFT_IN_WORDS)[]
  return {
    key: "ASSESSMENT",
    heading: "Đánh giá chung",
    blocks: [
      said(
        sentence`Tổng số nhiệm vụ được giao: ${countOf(all)}. Đã hoàn thành ${countOf(completed)} nhiệm vụ, đạt ${shareOf(completed, all)} (đúng hạn ${countOf(tasksIn(tasks, ["completedOnTime"]))}, quá hạn ${countOf(tasksIn(tasks, ["completedLate"]))}); ${joined(
          left.map((figure) => sentence`${LEFT_IN_WORDS[figure]} ${countOf(tasksIn(tasks, [figure]))}`),
          "; ",
        )}.`,
      ),
      said(reportsInWords(content)),
      ...questionsInWords(content),
      ...cooperationInWords(content),
    ],
  }
}

function reportsInWords(content: SynthesisContent): Piece[] {
  const { reports } = content
  const nameOf = namesOf(content)
  const silent = reports.filter(({ sentOn }) => sentOn === null)
  const count = (counted: readonly ReportedReport[]) =>
    countOf({ kind: "REPORT", ids: counted.map(({ id }) => id), filter: null })
  const returned = reports.filter(({ standsReturned }) => standsReturned === true)
  const sent = reports.filter(({ sentOn, standsReturned }) => sentOn !== null && standsReturned !== true)
  const whose = (counted: readonly ReportedReport[]) =>
    counted.length === 0
      ? ""
      : named(
          counted.map(({ agencyId }) => nameOf(agencyId)),
          annexOf(content, "REPORTS"),
        )
  return sentence`Có ${count(reports)} cơ quan, đơn vị được yêu cầu báo cáo trong kỳ; ${count(sent)} đã gửi, trong đó ${count(sent.filter(({ late }) => late))} gửi muộn; ${
    returned.length === 0 ? [] : sentence`${count(returned)} bị trả lại, chưa gửi lại${whose(returned)}; `
  }${count(silent)} chưa gửi${whose(silent)}.`
}

/** What was asked besides the plan, who answered all of it, and who did not; nothing where nothing was asked. */
function questionsInWords(content: SynthesisContent): PartBlock[] {
  const { reports, lines, questions = [] } = content
  if (questions.length === 0) return []
  const nameOf = namesOf(content)
  const asked = new Set(questions.map(({ id }) => id))
  const unanswered = new Set(
    lines
      .filter(({ itemId, accepted, answer }) => asked.has(itemId) && !(accepted && answer !== null))
      .map(({ reportId }) => reportId),
  )
  const missing = reports.filter(({ id }) => unanswered.has(id))
  const count = (counted: readonly ReportedReport[]) =>
    countOf({ kind: "REPORT", ids: counted.map(({ id }) => id), filter: null })
  const annex = annexOf(content, "QUESTIONS")
  const names = missing.length > MOST_NAMED ? [] : missing.map(({ agencyId }) => nameOf(agencyId))
  return [
    said(
      sentence`Kỳ báo cáo hỏi thêm ${countOf({ kind: "QUESTION", ids: [...asked], filter: null })} nội dung; ${count(
        reports.filter(({ id }) => !unanswered.has(id)),
      )} cơ quan có trả lời đủ đã được tiếp nhận, ${count(missing)} cơ quan chưa${
        names.length === 0 ? "" : `: ${names.join("; ")}`
      }. Nội dung trả lời tại ${annex}.`,
    ),
  ]
}

/** Where cooperation is told of; nothing where there was none. */
function cooperationInWords(content: SynthesisContent): PartBlock[] {
  return anyCooperation(content)
    ? [said([`Thỏa thuận và hoạt động hợp tác quốc tế trong kỳ tại ${annexOf(content, "COOPERATION")}.`])]
    : []
}

/** Names after what counts them, or where they are all listed. */
function named(names: readonly string[], annex: string): string {
  return names.length > MOST_NAMED ? ` (${annex})` : `: ${names.join("; ")}`
}

/** Each section of the plan, with what was completed in it. */
function sectionParts(content: SynthesisContent): ReportPart[] {
  const { tasks } = content
  return talliesOf(tasks).bySection.map(({ numeral, title }) => {
    const within = { section: numeral }
    const all = tasksIn(tasks, ["assigned"], within)
    const completed = tasksIn(tasks, ["completedOnTime", "completedLate"], within)
    const done = tasks.filter(({ id }) => completed.ids.includes(id))
    const list =
      done.length > MOST_NAMED
        ? ` Nhiệm vụ đã hoàn thành được nêu tại ${annexOf(content, "TASKS")}.`
        : ` Đã hoàn thành: ${done.map((task) => `${taskInWords(task).toLowerCase()} (${task.title})`).join("; ")}.`
    return {
      key: `SECTION_${numeral}`,
      heading: `${numeral}. ${title}`,
      blocks: [
        said(
          sentence`Được giao ${countOf(all)} nhiệm vụ; hoàn thành ${countOf(completed)}, đạt ${shareOf(completed, all)}; quá hạn ${countOf(tasksIn(tasks, ["overdue"], within))}.${done.length === 0 ? "" : list}`,
        ),
      ],
    }
  })
}

/** The agencies with tasks that are overdue, by name. */
function agenciesPart(content: SynthesisContent): ReportPart {
  const { tasks } = content
  const overdue = agencyRowsOf(content)
    .rows.map(({ id, name }) => ({ id, name, source: tasksIn(tasks, ["overdue"], { leadId: id }) }))
    .filter(({ source }) => source.ids.length > 0)
  const annex = annexOf(content, "AGENCIES")
  return {
    key: "AGENCIES",
    heading: "Kết quả thực hiện của các cơ quan",
    blocks: [
      said(
        sentence`Kết quả của từng cơ quan tại ${annex}. ${
          overdue.length === 0
            ? "Không cơ quan nào có nhiệm vụ quá hạn."
            : overdue.length > MOST_NAMED
              ? sentence`${countOf({ kind: "AGENCY", ids: overdue.map(({ id }) => id), filter: null })} cơ quan có nhiệm vụ quá hạn (${annex}).`
              : sentence`Cơ quan có nhiệm vụ quá hạn: ${joined(
                  overdue.map(({ name, source }) => sentence`${name} (${countOf(source)})`),
                  "; ",
                )}.`
        }`,
      ),
    ],
  }
}
