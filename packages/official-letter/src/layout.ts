/**
 * The measures of a document. Source: Decree 30/2020/NĐ-CP, appendix I: A4; margins top and bottom 20–25 mm, left 30–35 mm,
 * right 15–20 mm; Times New Roman; the sizes of each part in points.
 */

/** Twentieths of a point in a millimetre. */
const MILLIMETRE = 1440 / 25.4

const twips = (millimetres: number) => Math.round(millimetres * MILLIMETRE)

export const PAGE = {
  width: twips(210),
  height: twips(297),
  margin: { top: twips(20), bottom: twips(20), left: twips(30), right: twips(20), header: twips(10) },
} as const

/** Of the text, between the margins. */
export const TEXT_WIDTH = PAGE.width - PAGE.margin.left - PAGE.margin.right

/** Of the text of an annex, whose pages lie across. */
export const ANNEX_WIDTH = PAGE.height - PAGE.margin.left - PAGE.margin.right

export const FONT = "Times New Roman"

/** Sizes in points; Word counts halves. */
export const SIZE = {
  nation: 13,
  motto: 14,
  issuer: 13,
  number: 13,
  date: 14,
  about: 13,
  title: 14,
  body: 14,
  table: 12,
  annex: 14,
  signature: 14,
  copiesHeading: 12,
  copies: 11,
  pageNumber: 14,
} as const

/** Shares of the width: the issuer at the left, the nation at the right. */
export const HEAD_SHARES = [0.42, 0.58] as const

/** Between paragraphs of the body: at least 6 points. */
export const PARAGRAPH_SPACE = 6 * 20
/** The first line of a paragraph begins so far to the right. */
export const FIRST_LINE = twips(10)
/** Lines are 1.15 high, between the single and the one and a half that are allowed. */
export const LINE = Math.round(240 * 1.15)
