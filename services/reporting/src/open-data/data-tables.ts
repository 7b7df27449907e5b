import { FIGURES, type OfficialTally, takenOff } from "@plan43/official-tally"
import type {
  PublishedAgencies,
  PublishedContent,
  PublishedFigure,
  PublishedIndicator,
  PublishedResult,
  PublishedTasks,
} from "../publication/published-content.ts"
import type { SectionFigures } from "../tally/tallies.ts"
import { AGENCY_ROW_NAMES, ASSESSMENT_NAMES, FIGURE_NAMES, PUNCTUALITY_NAMES, STATUS_NAMES } from "./codes.ts"
import type { DataCell, DataColumn, DataTable } from "./data-table.ts"

/** The tables of what was published, one for each part that was chosen and has rows. */
export function dataTablesOf(content: PublishedContent): DataTable[] {
  const { tallies, sections, indicators, agencies, tasks } = content
  return [
    ...(tallies === null ? [] : [tallyTable(content.asOf, tallies)]),
    ...(sections === null ? [] : [sectionTable(sections)]),
    ...(indicators === null ? [] : [indicatorTable(indicators)]),
    ...(agencies === null ? [] : [agencyTable(agencies)]),
    ...(tasks === null ? [] : [taskTable(tasks)]),
  ]
}

/** e.g. "completedOnTime" → "completed_on_time" */
const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const FIGURE_COLUMNS: readonly DataColumn[] = FIGURES.map((figure) => {
  const label = FIGURE_NAMES[figure]
  return {
    name: snake(figure),
    label,
    description:
      figure === "assigned"
        ? {
            vi: "Tổng số nhiệm vụ được giao; bằng tổng bảy số liệu theo tình trạng bên cạnh",
            en: "Number of tasks assigned; the seven figures beside it add up to it",
          }
        : {
            vi: `Số nhiệm vụ: ${label.vi.toLowerCase()}`,
            en: `Number of tasks: ${label.en.toLowerCase()}`,
          },
    type: "integer",
  }
})

const figuresOf = (tally: OfficialTally): number[] => FIGURES.map((figure) => tally[figure])

function text(name: string, [vi, en]: [string, string], [meansVi, meansEn] = [vi, en]): DataColumn {
  return { name, label: { vi, en }, description: { vi: meansVi, en: meansEn }, type: "text" }
}

function tallyTable(asOf: string, tally: OfficialTally): DataTable {
  return {
    name: "tong-hop",
    title: { vi: "Tổng hợp toàn Thành phố", en: "The whole City" },
    description: {
      vi: "Tổng hợp số nhiệm vụ của toàn Thành phố",
      en: "The official tally of tasks of the whole City",
    },
    columns: [
      {
        name: "as_of",
        label: { vi: "Tính đến hết ngày", en: "As of the end of" },
        description: {
          vi: "Ngày chốt số liệu, theo giờ Hà Nội (YYYY-MM-DD)",
          en: "Data cut-off, a day in Hanoi (YYYY-MM-DD)",
        },
        type: "date",
      },
      ...FIGURE_COLUMNS,
    ],
    rows: [[asOf, ...figuresOf(tally)]],
  }
}

const SECTION_COLUMNS = [
  text(
    "section_numeral",
    ["Số La Mã", "Numeral"],
    ["Số của phần trong Kế hoạch", "Numeral of the section of the plan"],
  ),
  text(
    "section_title",
    ["Nhóm nhiệm vụ", "Section"],
    ["Tên phần của Kế hoạch, như đã ban hành", "Title of the section of the plan, as issued"],
  ),
]

function sectionTable(sections: readonly SectionFigures[]): DataTable {
  return {
    name: "nhom-nhiem-vu",
    title: { vi: "Theo nhóm nhiệm vụ", en: "By section" },
    description: {
      vi: "Số nhiệm vụ theo phần của Kế hoạch; cộng các dòng được số của toàn Thành phố",
      en: "Tasks by section of the plan; the rows add up to the whole City's",
    },
    columns: [...SECTION_COLUMNS, ...FIGURE_COLUMNS],
    rows: sections.map(({ numeral, title, tally }) => [numeral, title, ...figuresOf(tally)]),
  }
}

const FIGURE_OF_PERIOD = (prefix: string, round: { vi: string; en: string }): readonly DataColumn[] => [
  {
    name: `${prefix}value`,
    label: { vi: `Giá trị ${round.vi}`, en: `Value, ${round.en}` },
    description: {
      vi: `Giá trị ${round.vi}, theo đơn vị của chỉ tiêu, dấu thập phân là dấu chấm; trống: chưa có số liệu`,
      en: `Value as known in ${round.en}, in the unit of the indicator, with a decimal point; empty: no figure`,
    },
    type: "decimal",
  },
  text(
    `${prefix}words`,
    [`Bằng lời ${round.vi}`, `In words, ${round.en}`],
    [
      `Kết quả ghi bằng lời ${round.vi}, khi không có số`,
      `What was observed in words in ${round.en}, where there is no number`,
    ],
  ),
  {
    name: `${prefix}period_end`,
    label: { vi: `Tính đến ngày, ${round.vi}`, en: `As of, ${round.en}` },
    description: {
      vi: `Ngày cuối của thời kỳ mà số liệu ${round.vi} phản ánh (YYYY-MM-DD)`,
      en: `Last day of the period that the figure of ${round.en} is of (YYYY-MM-DD)`,
    },
    type: "date",
  },
  {
    name: `${prefix}provisional`,
    label: { vi: `Số ước, ${round.vi}`, en: `Provisional, ${round.en}` },
    description: {
      vi: `Có phải số ước tính, chưa chính thức, ${round.vi} hay không`,
      en: `Whether the figure of ${round.en} is provisional`,
    },
    type: "boolean",
  },
  text(
    `${prefix}source`,
    [`Nguồn, ${round.vi}`, `Source, ${round.en}`],
    [`Nguồn của số liệu ${round.vi}`, `Where the figure of ${round.en} comes from`],
  ),
]

const figureCells = (figure: PublishedFigure | null): DataCell[] =>
  figure === null
    ? [null, null, null, null, null]
    : [
        figure.value === null ? null : Number(figure.value),
        figure.words,
        figure.periodEnd,
        figure.provisional,
        figure.source,
      ]

function indicatorTable(indicators: readonly PublishedIndicator[]): DataTable {
  return {
    name: "chi-tieu",
    title: { vi: "Chỉ tiêu", en: "Indicators" },
    description: {
      vi: "Các chỉ tiêu của Kế hoạch với số liệu kỳ này và kỳ trước; chỉ tiêu là tiêu đề của chỉ tiêu khác không có dòng",
      en: "The indicators of the plan with their figures of this round and the one before; those that only head others have no row",
    },
    columns: [
      text("code", ["TT", "No."], ["Số thứ tự trong Kế hoạch", "Number in the plan"]),
      text(
        "name",
        ["Chỉ tiêu", "Indicator"],
        ["Tên chỉ tiêu, như đã ban hành", "Name of the indicator, as issued"],
      ),
      text("unit", ["Đơn vị", "Unit"], ["Đơn vị tính", "Unit of its values"]),
      text("target", ["Mục tiêu", "Target"], ["Mục tiêu, như đã ban hành", "Target, as issued"]),
      {
        name: "horizon_year",
        label: { vi: "Đến năm", en: "By year" },
        description: { vi: "Năm phải đạt mục tiêu", en: "Year by which the target is to be reached" },
        type: "integer",
      },
      text(
        "followed_by",
        ["Cơ quan theo dõi", "Followed by"],
        [
          "Cơ quan chủ trì theo dõi, đánh giá, như đã ban hành",
          "Agency that follows and evaluates it, as issued",
        ],
      ),
      ...FIGURE_OF_PERIOD("", { vi: "kỳ này", en: "this round" }),
      ...FIGURE_OF_PERIOD("previous_", { vi: "kỳ trước", en: "the round before" }),
      {
        name: "assessment",
        label: { vi: "Đánh giá", en: "Assessment" },
        description: {
          vi: "Chỉ tiêu đang ở đâu so với lộ trình; trống: không đánh giá riêng, hoặc khi công bố chưa có",
          en: "Where the indicator stands against its path; empty: not assessed by itself, or not kept when it was published",
        },
        type: "code",
        codes: ASSESSMENT_NAMES,
      },
    ],
    rows: indicators
      .filter(({ heading }) => !heading)
      .map(({ code, name, unit, targetText, horizonYear, leadText, observed, before, assessment }) => [
        ...[code, name, unit, targetText, horizonYear, leadText],
        ...figureCells(observed),
        ...figureCells(before),
        assessment ?? null,
      ]),
  }
}

function agencyTable({ rows, withoutAgency, countedAgain }: PublishedAgencies): DataTable {
  return {
    name: "co-quan",
    title: { vi: "Theo cơ quan", en: "By agency" },
    description: {
      vi: "Số nhiệm vụ theo cơ quan chủ trì; nhiệm vụ đồng chủ trì tính cho từng cơ quan, nên có dòng trừ (số âm): cộng tất cả các dòng được số của toàn Thành phố",
      en: "Tasks by lead agency; a joint task counts for each of its leads, so there is a row that takes it off again (negative): all rows add up to the whole City's",
    },
    columns: [
      {
        name: "row_kind",
        label: { vi: "Loại dòng", en: "Kind of row" },
        description: { vi: "Dòng này là của ai", en: "What the row stands for" },
        type: "code",
        codes: AGENCY_ROW_NAMES,
      },
      text(
        "agency",
        ["Cơ quan", "Agency"],
        [
          "Tên cơ quan vào ngày khóa kỳ; trống ở các dòng khác",
          "Name of the agency when the round was locked; empty in other rows",
        ],
      ),
      ...FIGURE_COLUMNS,
      {
        name: "report",
        label: { vi: "Báo cáo trong kỳ", en: "Report in this round" },
        description: {
          vi: "Cơ quan đã gửi báo cáo của kỳ này hay chưa, và có đúng hạn không",
          en: "Whether the agency sent its report of the round, and in time",
        },
        type: "code",
        codes: PUNCTUALITY_NAMES,
      },
    ],
    rows: [
      ...rows.map(({ name, punctuality, tally }) => ["AGENCY", name, ...figuresOf(tally), punctuality]),
      ["NO_AGENCY", null, ...figuresOf(withoutAgency), null],
      ["COUNTED_AGAIN", null, ...figuresOf(takenOff(countedAgain)), null],
    ],
  }
}

function taskTable({ rows, withheld }: PublishedTasks): DataTable {
  const left = {
    vi:
      withheld === 0
        ? ""
        : `; ${withheld} nhiệm vụ có yếu tố nhạy cảm được tính trong tổng hợp nhưng không có dòng`,
    en: withheld === 0 ? "" : `; ${withheld} sensitive tasks are counted in the tallies and have no row`,
  }
  return {
    name: "nhiem-vu",
    title: { vi: "Nhiệm vụ", en: "Tasks" },
    description: {
      vi: `Các nhiệm vụ của Kế hoạch với tình trạng và kết quả đã tiếp nhận${left.vi}`,
      en: `The tasks of the plan with their status and the results that were accepted${left.en}`,
    },
    columns: [
      text(
        "plan",
        ["Kế hoạch", "Plan"],
        ["Số của Kế hoạch giao nhiệm vụ", "Number of the plan that assigns it"],
      ),
      text("code", ["TT", "No."], ["Số thứ tự trong Kế hoạch", "Number in the plan"]),
      ...SECTION_COLUMNS,
      text("title", ["Nhiệm vụ", "Task"], ["Nội dung nhiệm vụ, như đã ban hành", "The task, as issued"]),
      text(
        "lead",
        ["Cơ quan chủ trì", "Lead"],
        ["Cơ quan chủ trì, như đã ban hành", "Lead agencies, as issued"],
      ),
      text(
        "expected_result",
        ["Sản phẩm", "Expected result"],
        ["Sản phẩm phải đạt, như đã ban hành", "What it is to bring, as issued"],
      ),
      text(
        "deadline",
        ["Thời gian hoàn thành", "Deadline"],
        ["Thời gian hoàn thành, như đã ban hành", "Deadline, as issued"],
      ),
      {
        name: "status",
        label: { vi: "Mã tình trạng", en: "Status" },
        description: {
          vi: "Tình trạng vào cuối ngày chốt số liệu, tính từ thời hạn và báo cáo",
          en: "Status at the end of the cut-off, worked out from deadline and reports",
        },
        type: "code",
        codes: STATUS_NAMES,
      },
      text(
        "status_vi",
        ["Tình trạng", "Status in Vietnamese"],
        ["Tình trạng bằng lời", "The status in Vietnamese words"],
      ),
      text(
        "results",
        ["Kết quả", "Results"],
        [
          "Kết quả do các cơ quan báo cáo và đã được tiếp nhận, mỗi cơ quan một dòng",
          "What agencies reported and was accepted, a line for each agency; in Vietnamese",
        ],
      ),
    ],
    rows: rows.map((task) => [
      ...[task.planNumber, task.code, task.sectionNumeral, task.sectionTitle, task.title, task.leadText],
      ...[task.expectedResult, task.deadlineText, task.status, STATUS_NAMES[task.status].vi],
      task.results.map(resultInWords).join("\n") || null,
    ]),
  }
}

/** e.g. "Sở Tài chính: Đã trình; 5/NQ-HĐND; 60%" */
function resultInWords({ agency, progress, document, percentage }: PublishedResult): string {
  const said = [progress, document, percentage === null ? null : `${percentage}%`]
  return `${agency}: ${said.filter((each) => each !== null && each.trim() !== "").join("; ")}`
}
