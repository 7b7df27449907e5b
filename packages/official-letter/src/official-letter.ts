import type { CalendarDate } from "@plan43/calendar"

/** A document in the layout of Decree 30/2020/NĐ-CP: what it says, without how it looks. */
export interface OfficialLetter {
  issuer: {
    /** The body above the issuer, e.g. "Ủy ban nhân dân thành phố Hà Nội"; null where none is named. */
    above: string | null
    /** e.g. "Sở Khoa học và Công nghệ" */
    name: string
  }
  /** Number and symbol, e.g. "12/SKHCN-KHTC"; null: left open. */
  number: string | null
  /** Where it is issued, e.g. "Hà Nội". */
  place: string
  /** null: left open. */
  date: CalendarDate | null
  title: Title
  /** To whom it is addressed, after "Kính gửi:"; empty where nobody is. */
  to: readonly string[]
  body: readonly Block[]
  signature: Signature
  copies: readonly Copy[]
  /** What follows it, each on pages of its own, across; none where absent. */
  annexes?: readonly Annex[]
}

/** Tables too wide for the letter itself. */
export interface Annex {
  /** e.g. "Phụ lục I" */
  name: string
  title: string
  /** To what it belongs, e.g. "Kèm theo Báo cáo số 12/BC-SKHCN" */
  attachedTo: string
  body: readonly Block[]
}

/** How a document is called. */
export type Title =
  /** A letter (công văn) has no name; what it is about stands below its number. */
  | { kind: "LETTER"; about: string }
  /** Any other document has its name in the middle, e.g. "Báo cáo", and below it what it is about. */
  | { kind: "NAMED"; name: string; about: string }

/** A piece of the body; "./." is added to the last paragraph. */
export type Block =
  | { kind: "PARAGRAPH"; text: string }
  | { kind: "HEADING"; text: string }
  | { kind: "TABLE"; columns: readonly Column[]; rows: readonly TableRow[] }

/** Cells in the order of the columns, or a line across all of them that names the rows below it. */
export type TableRow = readonly string[] | { heading: string }

/** A column of a table. */
export interface Column {
  heading: string
  /** Share of the table's width, 0 to 1. */
  share: number
  align: "left" | "center" | "right"
}

export interface Signature {
  /** In what capacity the signer signs, e.g. "TL. Chủ tịch"; null where it is the head's own. */
  capacity: string | null
  /** e.g. "Giám đốc" */
  office: string
  /** null: left open. */
  name: string | null
}

/** Who else gets it: a line of “Nơi nhận”. */
export interface Copy {
  /** e.g. "UBND Thành phố" */
  to: string
  /** e.g. "để báo cáo"; null where nothing is said. */
  purpose: string | null
}
