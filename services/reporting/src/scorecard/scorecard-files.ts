import { inFigures } from "@plan43/calendar"
import {
  type Block,
  inWords,
  type OfficialLetter,
  type TableRow,
  writeOfficialLetter,
} from "@plan43/official-letter"
import { type Cell, type Sheet, type SheetRow, writeWorkbook } from "@plan43/workbook"
import { madeFile } from "../made-file/made-file.ts"
import { numberInWords } from "../synthesis/words.ts"
import type { Criterion, ScoreCriterionCode } from "./criterion.ts"
import type { ScoreFigures } from "./score-figures.ts"
import { compositeOf, criteriaOfMethod } from "./score-method.ts"
import type { ScoreFigure } from "./score-row.ts"
import type { ScoreSource } from "./score-source.ts"
import type { ScorecardKind } from "./score-subject.ts"
import { type Scorecard, ScorecardFile } from "./scorecard.ts"

const SIMULATED = "DỮ LIỆU MÔ PHỎNG: văn bản này do chương trình tạo ra để thử, không có giá trị."

const KIND_IN_WORDS: Readonly<Record<ScorecardKind, string>> = {
  AGENCY: "cơ quan, đơn vị",
  HEAD: "người đứng đầu cơ quan, đơn vị",
  OFFICIAL: "cán bộ, công chức, viên chức",
}

/** What fits on a page across; the workbook has every criterion. */
const ON_PAPER: readonly ScoreCriterionCode[] = [
  "TASKS_ASSIGNED",
  "TASKS_COMPLETED_ON_TIME",
  "TASKS_COMPLETED_LATE",
  "TASKS_OVERDUE",
  "FELL_DUE_ON_TIME",
  "INDICATORS_ON_COURSE",
  "REPORTS_ON_TIME",
  "REPORTS_COMPLETE",
  "REMINDERS",
  "EXTENSIONS",
  "ANSWERS_CONFIRMED",
]

/** e.g. "33,3% (1/3)"; a dash where there is nothing to have a part of. */
function figureInWords({ value, counted, outOf }: ScoreFigure, { measure }: Criterion): string {
  if (measure === "COUNT") return numberInWords(counted)
  return value === null ? "–" : `${shareOf(value)} (${numberInWords(counted)}/${numberInWords(outOf)})`
}

const shareOf = (value: number) => `${numberInWords(Math.round(value * 1000) / 10)}%`
const pointsOf = (points: number) => numberInWords(Math.round(points * 10) / 10)

/** The period in words, e.g. "từ 01/01/2026 đến 30/06/2026". */
function periodOf({ period }: ScoreSource): string {
  return `từ ${inFigures(period.from)} đến ${inFigures(period.to)}`
}

/** Of what day the figures are, and whether they can still change. */
async function standingOf({ kept, factsNow }: ScoreSource): Promise<string> {
  const { asOf } = await factsNow()
  return kept === null
    ? `Số liệu chưa chốt, ghi nhận đến hết ${inWords(asOf)}; còn có thể thay đổi.`
    : `Số liệu đã chốt ${inWords(kept.freeze.recordedOn)} (${kept.freeze.name}), ghi nhận đến hết ${inWords(asOf)}; mã SHA-256: ${kept.sha256}.`
}

function methodInWords({ method }: ScoreSource): string {
  if (method.weights.length === 0)
    return `Cách tính: phiên bản ${method.number}. Từng con số đứng riêng, không cộng thành điểm, vì chưa có văn bản nào quy định trọng số.`
  const named = new Map(criteriaOfMethod(method).map(({ code, name }) => [code, name]))
  const weights = method.weights.map(
    ({ criterion, weight }) => `${named.get(criterion) ?? criterion} (trọng số ${weight})`,
  )
  return `Cách tính: phiên bản ${method.number}, căn cứ ${method.basis}. Điểm tổng hợp trên thang 100 gồm: ${weights.join("; ")}; tiêu chí không có căn cứ tính thì không tính trọng số.`
}

const paragraph = (text: string): Block => ({ kind: "PARAGRAPH", text })

/** What both documents begin and end with. */
async function letterOf(
  source: ScoreSource,
  about: string,
  body: readonly Block[],
  annexes: OfficialLetter["annexes"],
): Promise<OfficialLetter> {
  return {
    issuer: { above: "Ủy ban nhân dân thành phố Hà Nội", name: "Sở Khoa học và Công nghệ" },
    number: "…/BC-SKHCN",
    place: "Hà Nội",
    date: null,
    title: { kind: "NAMED", name: "Báo cáo", about },
    to: ["Hội đồng Thi đua - Khen thưởng Thành phố"],
    body: [
      ...(source.frame.simulated ? [paragraph(SIMULATED)] : []),
      paragraph(
        "Thực hiện mục II.1.3 Kế hoạch số 43/KH-UBND của UBND Thành phố về đo lường trực tuyến mức độ hoàn thành nhiệm vụ của cơ quan, người đứng đầu và cán bộ, công chức, viên chức, Sở Khoa học và Công nghệ gửi kết quả như sau:",
      ),
      paragraph(await standingOf(source)),
      paragraph(methodInWords(source)),
      ...body,
    ],
    signature: { capacity: null, office: "Giám đốc", name: null },
    copies: [
      { to: "Như trên", purpose: null },
      { to: "Lưu: VT", purpose: null },
    ],
    annexes,
  }
}

const ATTACHED = "Kèm theo Báo cáo số …/BC-SKHCN ngày … tháng … năm … của Sở Khoa học và Công nghệ"

function nameOf({ person, agencyName }: Scorecard): string {
  return person === null ? agencyName : `${person.name} (${agencyName})`
}

/** The criteria of a kind of scorecard. */
function criteriaOn(source: ScoreSource, kind: ScorecardKind): Criterion[] {
  return criteriaOfMethod(source.method).filter(({ kinds }) => kinds.includes(kind))
}

/** The scorecards of a kind as a Word document: who has which figures. */
export async function wordFileOfAll(
  source: ScoreSource,
  kind: ScorecardKind,
  cards: readonly Scorecard[],
): Promise<ScorecardFile> {
  const criteria = criteriaOn(source, kind).filter(({ code }) => ON_PAPER.includes(code))
  const weighed = source.method.weights.length > 0
  const share = 0.71 / (criteria.length + (weighed ? 1 : 0))
  const counted = await Promise.all(cards.map((card) => card.counted.now()))
  const rows = cards.map((card, place): TableRow => {
    const figures: ScoreFigures = counted[place] ?? new Map()
    const composite = compositeOf(figures, source.method)
    return [
      String(place + 1),
      nameOf(card),
      ...criteria.map((criterion) => inWordsOf(figures, criterion)),
      ...(weighed ? [composite === null ? "–" : pointsOf(composite.points)] : []),
    ]
  })
  const title = `Kết quả của ${KIND_IN_WORDS[kind]} ${periodOf(source)}`
  const letter = await letterOf(
    source,
    `Mức độ hoàn thành nhiệm vụ của ${KIND_IN_WORDS[kind]} ${periodOf(source)}`,
    [
      paragraph(
        `Có ${numberInWords(cards.length)} ${KIND_IN_WORDS[kind]} được đo lường, tại Phụ lục kèm theo`,
      ),
    ],
    [
      {
        name: "Phụ lục",
        title,
        attachedTo: ATTACHED,
        body: [
          ...(source.frame.simulated ? [paragraph(SIMULATED)] : []),
          {
            kind: "TABLE",
            columns: [
              { heading: "TT", share: 0.05, align: "center" },
              { heading: "Tên", share: 0.24, align: "left" },
              ...criteria.map(({ name }) => ({ heading: name, share, align: "center" as const })),
              ...(weighed ? [{ heading: "Điểm tổng hợp", share, align: "center" as const }] : []),
            ],
            rows,
          },
        ],
      },
    ],
  )
  return fileOf(source, `kết quả ${KIND_IN_WORDS[kind]}`, "docx", await writeOfficialLetter(letter))
}

function inWordsOf(figures: ScoreFigures, criterion: Criterion): string {
  const figure = figures.get(criterion.code)
  return figure === undefined ? "–" : figureInWords(figure, criterion)
}

/** One scorecard as a Word document: each figure beside that of the period before, and below it every row. */
export async function wordFileOfOne(card: Scorecard): Promise<ScorecardFile> {
  const { source, subject } = card
  const criteria = criteriaOn(source, subject.kind)
  const now = await card.counted.now()
  const before = await card.counted.before()
  const composite = compositeOf(now, source.method)
  const figures = criteria.map(
    (criterion): TableRow => [criterion.name, inWordsOf(now, criterion), inWordsOf(before, criterion)],
  )
  const rows = criteria.flatMap((criterion): TableRow[] => {
    const behind = now.get(criterion.code)?.rows ?? []
    return [
      { heading: `${criterion.name}: ${inWordsOf(now, criterion)}` },
      ...behind.map((row): TableRow => [row.code ?? "", row.name, row.why, `${row.counted}/${row.outOf}`]),
    ]
  })
  const letter = await letterOf(
    source,
    `Mức độ hoàn thành nhiệm vụ của ${nameOf(card)} ${periodOf(source)}`,
    [
      {
        kind: "TABLE",
        columns: [
          { heading: "Tiêu chí", share: 0.5, align: "left" },
          { heading: "Kỳ này", share: 0.25, align: "center" },
          {
            heading: `Kỳ trước (${inFigures(source.before.from)} - ${inFigures(source.before.to)})`,
            share: 0.25,
            align: "center",
          },
        ],
        rows: figures,
      },
      paragraph(
        `${composite === null ? "" : `Điểm tổng hợp: ${pointsOf(composite.points)} trên 100. `}Căn cứ của từng con số tại Phụ lục kèm theo`,
      ),
    ],
    [
      {
        name: "Phụ lục",
        title: "Căn cứ của từng con số",
        attachedTo: ATTACHED,
        body: [
          {
            kind: "TABLE",
            columns: [
              { heading: "Số", share: 0.07, align: "center" },
              { heading: "Nhiệm vụ, chỉ tiêu, báo cáo", share: 0.48, align: "left" },
              { heading: "Vì sao", share: 0.37, align: "left" },
              { heading: "Được tính", share: 0.08, align: "center" },
            ],
            rows,
          },
        ],
      },
    ],
  )
  return fileOf(source, nameOf(card), "docx", await writeOfficialLetter(letter))
}

/** The scorecards of a kind as a workbook: figures, every row behind them, and how they are counted. */
export async function workbookFileOfAll(
  source: ScoreSource,
  kind: ScorecardKind,
  cards: readonly Scorecard[],
): Promise<ScorecardFile> {
  const criteria = criteriaOn(source, kind)
  const figured = await Promise.all(
    cards.map(async (card) => ({
      card,
      figures: await card.counted.now(),
      earlier: await card.counted.before(),
    })),
  )
  const title = [
    `${source.frame.simulated ? "DỮ LIỆU MÔ PHỎNG: " : ""}Mức độ hoàn thành nhiệm vụ của ${KIND_IN_WORDS[kind]} ${periodOf(source)}`,
    await standingOf(source),
  ]
  const weighed = source.method.weights.length > 0
  const valueIn = (figures: ScoreFigures, { code, measure }: Criterion): Cell => {
    const value = figures.get(code)?.value ?? null
    return measure === "SHARE" && value !== null ? Math.round(value * 1000) / 10 : value
  }
  const unitOf = ({ name, measure }: Criterion) => (measure === "SHARE" ? `${name} (%)` : name)
  const summary = (told: "figures" | "earlier"): SheetRow[] =>
    figured.map((each, place) => [
      place + 1,
      each.card.agencyName,
      ...(kind === "AGENCY" ? [] : [each.card.person?.name ?? null]),
      ...criteria.map((criterion) => valueIn(each[told], criterion)),
      ...(weighed ? [compositeOf(each[told], source.method)?.points ?? null] : []),
    ])
  const columns = [
    { heading: "TT", width: 6, align: "center" as const },
    { heading: "Cơ quan", width: 40, align: "left" as const },
    ...(kind === "AGENCY" ? [] : [{ heading: "Họ và tên", width: 28, align: "left" as const }]),
    ...criteria.map((criterion) => ({ heading: unitOf(criterion), width: 16, align: "right" as const })),
    ...(weighed ? [{ heading: "Điểm tổng hợp", width: 12, align: "right" as const }] : []),
  ]
  const sheets: Sheet[] = [
    { name: "Kỳ này", title, columns, rows: summary("figures") },
    {
      name: "Kỳ trước",
      title: [`Kỳ trước, từ ${inFigures(source.before.from)} đến ${inFigures(source.before.to)}`],
      columns,
      rows: summary("earlier"),
    },
    {
      name: "Căn cứ",
      title: ["Mỗi dòng đứng sau một con số của kỳ này"],
      columns: [
        { heading: "Của", width: 40, align: "left" },
        { heading: "Tiêu chí", width: 36, align: "left" },
        { heading: "Số", width: 8, align: "center" },
        { heading: "Nhiệm vụ, chỉ tiêu, báo cáo", width: 60, align: "left" },
        { heading: "Vì sao", width: 44, align: "left" },
        { heading: "Được tính", width: 10, align: "right" },
        { heading: "Trên", width: 10, align: "right" },
      ],
      rows: figured.flatMap(({ card, figures }) =>
        criteria.flatMap((criterion) =>
          (figures.get(criterion.code)?.rows ?? []).map((row) => [
            nameOf(card),
            criterion.name,
            row.code,
            row.name,
            row.why,
            row.counted,
            row.outOf,
          ]),
        ),
      ),
    },
    {
      name: "Cách tính",
      title: [methodInWords(source)],
      columns: [
        { heading: "Tiêu chí", width: 44, align: "left" },
        { heading: "Cách tính", width: 90, align: "left" },
        { heading: "Trọng số", width: 10, align: "right" },
      ],
      rows: criteria.map(({ code, name, rule }) => [
        name,
        rule,
        source.method.weights.find(({ criterion }) => criterion === code)?.weight ?? null,
      ]),
    },
  ]
  return fileOf(source, `kết quả ${KIND_IN_WORDS[kind]}`, "xlsx", await writeWorkbook(sheets))
}

function fileOf(
  { frame: { simulated }, period, kept }: ScoreSource,
  about: string,
  extension: "docx" | "xlsx",
  bytes: Buffer,
): ScorecardFile {
  const words = [period.from, period.to, about, kept === null ? "chưa chốt" : "đã chốt"]
  return Object.assign(new ScorecardFile(), madeFile({ simulated, words, extension }, bytes))
}
