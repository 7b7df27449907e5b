import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, LONGEST_LINE, type Refusal } from "@plan43/subgraph"
import { Field, InputType, ObjectType } from "type-graphql"

/** The document that a step rests on. */
@ObjectType({ simpleResolvers: true, description: "The document that a step rests on" })
export class ObstacleDocument {
  @Field(() => String)
  number!: string

  @Field(() => DateScalar)
  issuedOn!: CalendarDate

  @Field(() => String)
  issuer!: string

  @Field(() => String, { nullable: true })
  link!: string | null
}

@InputType({ description: "The document that a step rests on" })
export class ObstacleDocumentInput implements ObstacleDocument {
  @Field(() => String)
  number!: string

  @Field(() => DateScalar)
  issuedOn!: CalendarDate

  @Field(() => String)
  issuer!: string

  @Field(() => String, { nullable: true, defaultValue: null })
  link!: string | null
}

const NAMES = { number: "Số văn bản", issuer: "Cơ quan ban hành" } as const

/**
 * What is wrong with a document, by itself: DOCUMENT_INCOMPLETE, DATE_IN_FUTURE, LINK_MALFORMED, TEXT_TOO_LONG.
 * @param field the input that holds it, e.g. "document"
 */
export function documentRefusals(document: ObstacleDocument, today: CalendarDate, field: string): Refusal[] {
  const { issuedOn, link } = document
  const refusals: Refusal[] = []
  for (const name of ["number", "issuer"] as const) {
    if (document[name].trim() === "")
      refusals.push({
        reason: "DOCUMENT_INCOMPLETE",
        field: `${field}.${name}`,
        message: `${NAMES[name]} không được để trống`,
      })
    if (document[name].length > LONGEST_LINE)
      refusals.push({
        reason: "TEXT_TOO_LONG",
        field: `${field}.${name}`,
        message: `${NAMES[name]} dài ${document[name].length} ký tự; nhiều nhất ${LONGEST_LINE} ký tự`,
      })
  }
  if (issuedOn > today)
    refusals.push({
      reason: "DATE_IN_FUTURE",
      field: `${field}.issuedOn`,
      message: `Ngày ban hành ${issuedOn} sau hôm nay ${today}`,
    })
  if (link !== null && !isWebAddress(link))
    refusals.push({
      reason: "LINK_MALFORMED",
      field: `${field}.link`,
      message: `“${link.slice(0, 100)}” không phải địa chỉ web; cần bắt đầu bằng https:// hoặc http://`,
    })
  return refusals
}

function isWebAddress(text: string): boolean {
  return text.length <= LONGEST_LINE && /^https?:\/\//.test(text) && URL.canParse(text)
}
