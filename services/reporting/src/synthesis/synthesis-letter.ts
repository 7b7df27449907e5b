import { type Block, inWords, type OfficialLetter } from "@plan43/official-letter"
import { talliesOf } from "../tally/tallies.ts"
import type { SynthesisContent } from "./synthesis-content.ts"
import {
  agencyTable,
  indicatorTable,
  namesOf,
  reportTable,
  type SynthesisTable,
  said,
  sectionTable,
  taskInWords,
  taskTable,
} from "./tables.ts"
import { numberInWords, shareInWords } from "./words.ts"

const SIMULATED = "DỮ LIỆU MÔ PHỎNG: văn bản này do chương trình tạo ra để thử, không có giá trị."

/** The report of the Department to the City, to be laid out. Source: DOMAIN.md, “Usual outline”. */
export function synthesisLetterOf(content: SynthesisContent): OfficialLetter {
  return {
    issuer: { above: "Ủy ban nhân dân thành phố Hà Nội", name: "Sở Khoa học và Công nghệ" },
    number: "…/BC-SKHCN",
    place: "Hà Nội",
    date: null,
    title: { kind: "NAMED", name: "Báo cáo", about: aboutOf(content) },
    to: ["Ủy ban nhân dân Thành phố"],
    body: [
      ...(content.simulated ? [paragraph(SIMULATED)] : []),
      paragraph(
        `Thực hiện ${plansOf(content)}, Sở Khoa học và Công nghệ tổng hợp kết quả thực hiện của các cơ quan, đơn vị đến hết ${inWords(content.asOf)} (${content.round.name}) như sau:`,
      ),
      ...assessment(content),
      heading("II. Kết quả thực hiện theo nhóm nhiệm vụ"),
      ...sections(content),
      heading("III. Kết quả thực hiện các chỉ tiêu"),
      ...indicators(content),
      heading("IV. Kết quả thực hiện của các cơ quan"),
      ...agencies(content),
      heading("V. Khó khăn, vướng mắc và kiến nghị"),
      ...collected(
        content,
        "difficulties",
        "1. Khó khăn, vướng mắc",
        "Các cơ quan không báo cáo khó khăn, vướng mắc.",
      ),
      ...collected(content, "proposal", "2. Kiến nghị, đề xuất", "Các cơ quan không có kiến nghị, đề xuất."),
      heading("VI. Phương hướng kỳ tới"),
      ...collected(content, "nextPlan", null, "Các cơ quan không báo cáo kế hoạch kỳ tới."),
      paragraph(
        "Trên đây là báo cáo tổng hợp kết quả thực hiện Kế hoạch; Sở Khoa học và Công nghệ kính báo cáo Ủy ban nhân dân Thành phố xem xét, chỉ đạo",
      ),
    ],
    signature: { capacity: null, office: "Giám đốc", name: null },
    copies: [
      { to: "Như trên", purpose: null },
      { to: "Các cơ quan, đơn vị thực hiện Kế hoạch", purpose: "để phối hợp" },
      { to: "Lưu: VT", purpose: null },
    ],
    annexes: [taskTable(content), indicatorTable(content), agencyTable(content), reportTable(content)].map(
      (table, place) => ({
        name: `Phụ lục ${["I", "II", "III", "IV"][place]}`,
        title: table.title,
        attachedTo: `Kèm theo Báo cáo số …/BC-SKHCN ngày … tháng … năm … của Sở Khoa học và Công nghệ`,
        body: [...(content.simulated ? [paragraph(SIMULATED)] : []), tableOf(table)],
      }),
    ),
  }
}

const paragraph = (text: string): Block => ({ kind: "PARAGRAPH", text })
const heading = (text: string): Block => ({ kind: "HEADING", text })

function tableOf({ columns, rows }: SynthesisTable): Block {
  const text = (cell: string | number | null) =>
    cell === null ? "" : typeof cell === "number" ? numberInWords(cell) : cell
  return { kind: "TABLE", columns, rows: rows.map((row) => ("heading" in row ? row : row.map(text))) }
}

function aboutOf({ tasks }: SynthesisContent): string {
  const numbers = [...new Set(tasks.map(({ planNumber }) => `số ${planNumber}`))].join(", ")
  return `Kết quả thực hiện Kế hoạch ${numbers}`
}

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

/** The official tallies in words and as a table, and who reported. */
function assessment(content: SynthesisContent): Block[] {
  const { city } = talliesOf(content.tasks)
  const completed = city.completedOnTime + city.completedLate
  const n = numberInWords
  const { reports } = content
  const arrived = reports.filter(({ sentOn }) => sentOn !== null)
  const missing = reports.filter(({ sentOn }) => sentOn === null)
  const nameOf = namesOf(content)
  return [
    heading("I. Đánh giá chung"),
    paragraph(
      `Tổng số nhiệm vụ được giao: ${n(city.assigned)}. Đã hoàn thành ${n(completed)} nhiệm vụ, đạt ${shareInWords(completed, city.assigned)} (đúng hạn ${n(city.completedOnTime)}, quá hạn ${n(city.completedLate)}); đang thực hiện trong hạn ${n(city.inTime)}; chưa hoàn thành, quá hạn ${n(city.overdue)}; chưa đến hạn ${n(city.notYetDue)}; chờ văn bản ${n(city.awaitingDocument)}; tạm dừng hoặc hủy ${n(city.suspendedOrCancelled)}.`,
    ),
    paragraph(
      `Có ${n(reports.length)} cơ quan, đơn vị được yêu cầu báo cáo trong kỳ; ${n(arrived.length)} đã gửi, trong đó ${n(arrived.filter(({ late }) => late).length)} gửi muộn; ${n(missing.length)} chưa gửi${missing.length === 0 ? "." : `: ${missing.map(({ agencyId }) => nameOf(agencyId)).join("; ")}.`}`,
    ),
  ]
}

/** The tallies of the sections, and below each what was completed in it. */
function sections(content: SynthesisContent): Block[] {
  const { bySection } = talliesOf(content.tasks)
  const n = numberInWords
  return [
    tableOf(sectionTable(content)),
    ...bySection.flatMap(({ numeral, title, tally }): Block[] => {
      const completed = content.tasks.filter(
        ({ sectionNumeral, status }) => sectionNumeral === numeral && status.startsWith("COMPLETED"),
      )
      const done = tally.completedOnTime + tally.completedLate
      return [
        heading(`${numeral}. ${title}`),
        paragraph(
          `Được giao ${n(tally.assigned)} nhiệm vụ; hoàn thành ${n(done)}, đạt ${shareInWords(done, tally.assigned)}; quá hạn ${n(tally.overdue)}.${completed.length === 0 ? "" : ` Đã hoàn thành: ${completed.map((task) => `${taskInWords(task).toLowerCase()} (${task.title})`).join("; ")}.`}`,
        ),
      ]
    }),
  ]
}

function indicators({ indicators: all }: SynthesisContent): Block[] {
  const measured = all.filter(({ heading: isHeading }) => !isHeading)
  const observed = measured.filter((indicator) => indicator.observed !== null)
  const renewed = observed.filter(({ observed: now, before }) => now?.id !== before?.id)
  const n = numberInWords
  return [
    paragraph(
      `Có số liệu của ${n(observed.length)} trên ${n(measured.length)} chỉ tiêu (${shareInWords(observed.length, measured.length)}); ${n(renewed.length)} chỉ tiêu có số liệu mới so với kỳ trước. Số liệu từng chỉ tiêu tại Phụ lục II.`,
    ),
  ]
}

function agencies(content: SynthesisContent): Block[] {
  const overdue = talliesOf(content.tasks).byAgency.filter(({ tally }) => tally.overdue > 0)
  const nameOf = namesOf(content)
  const listed = overdue.map(({ agencyId, tally }) => `${nameOf(agencyId)} (${numberInWords(tally.overdue)})`)
  return [
    paragraph(
      `Kết quả của từng cơ quan tại Phụ lục III. ${listed.length === 0 ? "Không cơ quan nào có nhiệm vụ quá hạn." : `Cơ quan có nhiệm vụ quá hạn: ${listed.join("; ")}.`}`,
    ),
  ]
}

/** What agencies said of their tasks and indicators, by agency; only of reports that were accepted. */
function collected(
  content: SynthesisContent,
  field: "difficulties" | "proposal" | "nextPlan",
  title: string | null,
  nothing: string,
): Block[] {
  const nameOf = namesOf(content)
  const items = new Map([
    ...content.tasks.map((task) => [task.id, taskInWords(task)] as const),
    ...content.indicators.map(({ id, code }) => [id, `Chỉ tiêu ${code}`] as const),
  ])
  const sayings = content.lines.flatMap((line) =>
    said(line, field, nameOf).map((text) => paragraph(`- ${items.get(line.itemId) ?? ""}, ${text}`)),
  )
  return [
    ...(title === null ? [] : [heading(title)]),
    ...(sayings.length === 0 ? [paragraph(nothing)] : sayings),
  ]
}
