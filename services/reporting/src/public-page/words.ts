import type { CalendarDate } from "@plan43/calendar"
import { HANOI, inFigures } from "@plan43/calendar"
import type { Language } from "./language.ts"

/**
 * The words of the public page. A catalogue of typed entries, not files of messages as the console's: there is no macro in what
 * a server runs, and a word that a language lacks fails the build.
 */
const VIETNAMESE = {
  site: "Công bố kết quả thực hiện Kế hoạch 43",
  publisher: "Ủy ban nhân dân thành phố Hà Nội",
  toContent: "Đến nội dung chính",
  otherLanguage: "English",
  console: "Theo dõi Kế hoạch 43",
  contents: "Nội dung",
  simulated: "Dữ liệu mô phỏng: trang này được tạo ra để thử, không có giá trị.",
  preview: "Xem trước: trang này chưa được công bố.",
  dataInVietnamese: "",
  list: "Các kỳ báo cáo đã công bố",
  listIntroduction:
    "Kết quả thực hiện các nhiệm vụ và chỉ tiêu của Kế hoạch, công bố sau mỗi kỳ báo cáo; mỗi bản công bố giữ nguyên ở địa chỉ của nó, bản đính chính có ghi chú.",
  nothingPublished: "Chưa có kỳ báo cáo nào được công bố.",
  name: "Tên",
  withdrawnMark: "Đã thu hồi",
  asOf: (day: string) => `Số liệu đến hết ngày ${day}`,
  asOfHeading: "Số liệu đến hết ngày",
  publishedOn: (day: string) => `Công bố ngày ${day}`,
  publishedHeading: "Công bố ngày",
  version: (version: number) => `Phiên bản ${version}`,
  plan: (number: string, day: string) => `Kế hoạch số ${number} ngày ${day}`,
  signedReport: (number: string, day: string) => `Báo cáo số ${number} ngày ${day}`,
  superseded: "Phiên bản này đã được thay thế.",
  toLatest: "Xem phiên bản mới nhất",
  corrects: "Nội dung đính chính",
  cityText: "Thành phố thông tin",
  tallies: "Tổng hợp toàn Thành phố",
  talliesSentence: (completed: string, share: string, assigned: string) =>
    `Đã hoàn thành ${completed} trên ${assigned} nhiệm vụ được giao, đạt ${share}.`,
  overdueSentence: (overdue: string) => `${overdue} nhiệm vụ chưa hoàn thành, quá hạn.`,
  figure: "Số liệu",
  count: "Số nhiệm vụ",
  sections: "Kết quả theo nhóm nhiệm vụ",
  section: "Nhóm nhiệm vụ",
  tasksBySection: "Số nhiệm vụ theo nhóm nhiệm vụ và tình trạng",
  wholeCity: "Toàn Thành phố",
  chart: "Biểu đồ",
  indicators: "Kết quả các chỉ tiêu",
  indicatorsSentence: (observed: string, all: string) => `Có số liệu của ${observed} trên ${all} chỉ tiêu.`,
  chartLegend: "Thanh trên: kỳ trước; thanh dưới: kỳ này; vạch đứng: mục tiêu.",
  indicator: "Chỉ tiêu",
  unit: "Đơn vị",
  target: "Mục tiêu",
  horizon: (year: number) => `Mục tiêu đến năm ${year}`,
  before: "Kỳ trước",
  now: "Kỳ này",
  periodEnd: "Tính đến ngày",
  source: "Nguồn",
  assessment: "Đánh giá",
  followedBy: "Cơ quan theo dõi, đánh giá",
  provisional: "ước",
  noFigure: "chưa có số liệu",
  number: "TT",
  agencies: "Kết quả của các cơ quan",
  agenciesNote:
    "Nhiệm vụ đồng chủ trì tính cho từng cơ quan chủ trì; dòng trừ bớt số tính nhiều lần để cộng lại bằng số của toàn Thành phố.",
  agency: "Cơ quan chủ trì",
  tasksByAgency: "Số nhiệm vụ theo cơ quan chủ trì và tình trạng",
  withoutAgency: "Giao chung, không nêu tên cơ quan",
  countedAgain: "Trừ nhiệm vụ đồng chủ trì được tính nhiều lần",
  report: "Báo cáo trong kỳ",
  tasks: "Từng nhiệm vụ",
  tasksSentence: (count: string) => `Tình trạng và kết quả của ${count} nhiệm vụ.`,
  tasksWithheld: (count: string) =>
    `${count} nhiệm vụ có yếu tố nhạy cảm được tính trong tổng hợp nhưng không liệt kê.`,
  toTasks: "Xem từng nhiệm vụ",
  task: "Nhiệm vụ",
  lead: "Cơ quan chủ trì",
  expectedResult: "Sản phẩm",
  deadline: "Thời gian hoàn thành",
  status: "Tình trạng",
  results: "Kết quả đã tiếp nhận",
  downloads: "Tải dữ liệu",
  downloadsNote:
    "Tên cột và mã trong tệp CSV và JSON không đổi giữa các kỳ; ý nghĩa từng cột ở từ điển dữ liệu.",
  table: "Bảng",
  files: "Tệp",
  allTables: "Tất cả các bảng và từ điển",
  licence: "Giấy phép sử dụng",
  licenceSentence: "Được tự do sử dụng lại theo giấy phép này, có ghi nguồn.",
  versions: "Các phiên bản",
  firstVersion: "Công bố lần đầu",
  hash: "Mã băm nội dung (SHA-256)",
  withdrawn: "Nội dung này đã được thu hồi",
  withdrawnOn: (day: string) => `Thu hồi ngày ${day}`,
  withdrawnReason: "Lý do",
  missing: "Không có gì được công bố ở địa chỉ này",
  missingHint: "Địa chỉ có thể bị gõ sai. Mọi kỳ đã công bố có ở danh sách dưới đây.",
  toList: "Các kỳ báo cáo đã công bố",
}

/** The same words in each language. */
export type Words = typeof VIETNAMESE

const ENGLISH: Words = {
  site: "Published results of Plan 43",
  publisher: "Hanoi People's Committee",
  toContent: "Skip to content",
  otherLanguage: "Tiếng Việt",
  console: "Monitoring Plan 43",
  contents: "On this page",
  simulated: "Simulated data: this page was made for a trial and has no validity.",
  preview: "Preview: this page has not been published.",
  dataInVietnamese:
    "Names of tasks, indicators and agencies, and what they reported, are in Vietnamese, as issued.",
  list: "Published reporting rounds",
  listIntroduction:
    "Results of the tasks and indicators of the plan, published after each reporting round. Each publication stays as it is at its address; corrections carry a note.",
  nothingPublished: "No reporting round has been published yet.",
  name: "Name",
  withdrawnMark: "Withdrawn",
  asOf: (day) => `As of the end of ${day}`,
  asOfHeading: "As of the end of",
  publishedOn: (day) => `Published on ${day}`,
  publishedHeading: "Published on",
  version: (version) => `Version ${version}`,
  plan: (number, day) => `Plan no. ${number} of ${day}`,
  signedReport: (number, day) => `Report no. ${number} of ${day}`,
  superseded: "This version has been superseded.",
  toLatest: "See the latest version",
  corrects: "What it corrects",
  cityText: "From the City",
  tallies: "The whole City",
  talliesSentence: (completed, share, assigned) =>
    `${completed} of ${assigned} assigned tasks are completed (${share}).`,
  overdueSentence: (overdue) => `Tasks not completed and overdue: ${overdue}.`,
  figure: "Figure",
  count: "Tasks",
  sections: "Results by section",
  section: "Section",
  tasksBySection: "Tasks by section and status",
  wholeCity: "Whole City",
  chart: "Chart",
  indicators: "Results by indicator",
  indicatorsSentence: (observed, all) => `There are figures for ${observed} of ${all} indicators.`,
  chartLegend: "Upper bar: the round before; lower bar: this round; upright mark: the target.",
  indicator: "Indicator",
  unit: "Unit",
  target: "Target",
  horizon: (year) => `Targets for ${year}`,
  before: "Round before",
  now: "This round",
  periodEnd: "As of",
  source: "Source",
  assessment: "Assessment",
  followedBy: "Followed by",
  provisional: "provisional",
  noFigure: "no figure",
  number: "No.",
  agencies: "Results by agency",
  agenciesNote:
    "A joint task counts for each of its leads; one row takes off what is counted more than once, so that the rows add up to the whole City's.",
  agency: "Lead agency",
  tasksByAgency: "Tasks by lead agency and status",
  withoutAgency: "Assigned to no named agency",
  countedAgain: "Less joint tasks that are counted more than once",
  report: "Report in this round",
  tasks: "Every task",
  tasksSentence: (count) => `Status and results of ${count} tasks.`,
  tasksWithheld: (count) => `Sensitive tasks that are counted in the tallies and not listed: ${count}.`,
  toTasks: "See every task",
  task: "Task",
  lead: "Lead agencies",
  expectedResult: "Expected result",
  deadline: "Deadline",
  status: "Status",
  results: "Accepted results",
  downloads: "Downloads",
  downloadsNote:
    "Names of columns and codes in CSV and JSON files stay the same from round to round; the data dictionary says what each means.",
  table: "Table",
  files: "Files",
  allTables: "All tables and the dictionary",
  licence: "Licence",
  licenceSentence: "Free to use again under this licence, with attribution.",
  versions: "Versions",
  firstVersion: "First publication",
  hash: "Hash of the content (SHA-256)",
  withdrawn: "This has been withdrawn",
  withdrawnOn: (day) => `Withdrawn on ${day}`,
  withdrawnReason: "Reason",
  missing: "Nothing was published at this address",
  missingHint: "The address may have been mistyped. All published rounds are in the list below.",
  toList: "Published reporting rounds",
}

const CATALOGUE: Readonly<Record<Language, Words>> = { VI: VIETNAMESE, EN: ENGLISH }

/** How a language says words, numbers and days. */
export interface Speech {
  language: Language
  words: Words
  /** e.g. "1.234,5" or "1,234.5" */
  number(value: number): string
  /** Of the whole, with one digit; of nothing "0%". */
  share(part: number, whole: number): string
  /** e.g. "31/05/2026" or "31 May 2026" */
  day(day: CalendarDate): string
  /** The day in Hanoi of an instant, likewise. */
  dayOfInstant(instant: Date): string
}

const TAG: Readonly<Record<Language, string>> = { VI: "vi-VN", EN: "en-GB" }

function speechIn(language: Language): Speech {
  const numbers = new Intl.NumberFormat(TAG[language], { maximumFractionDigits: 6 })
  const english = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  })
  const inHanoi = new Intl.DateTimeFormat("en-CA", { timeZone: HANOI })
  const day = (date: CalendarDate) =>
    language === "VI" ? inFigures(date) : english.format(new Date(`${date}T00:00:00Z`))
  return {
    language,
    words: CATALOGUE[language],
    number: (value) => numbers.format(value),
    share: (part, whole) => `${numbers.format(whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10)}%`,
    day,
    dayOfInstant: (instant) => day(inHanoi.format(instant) as CalendarDate),
  }
}

const SPEECH: Readonly<Record<Language, Speech>> = { VI: speechIn("VI"), EN: speechIn("EN") }

export function speech(language: Language): Speech {
  return SPEECH[language]
}
