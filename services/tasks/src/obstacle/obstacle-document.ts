import { type CalendarDate, inFigures } from "@plan43/calendar"
import { DateScalar, isWebAddress, LONGEST_LINE, lengthRefusals, type Refusal } from "@plan43/subgraph"
import { Field, ID, InputType, ObjectType } from "type-graphql"

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

  fileIds!: string[]
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

  @Field(() => [ID], { defaultValue: [], description: "Files of it, uploaded before" })
  fileIds!: string[]
}

const NEEDED = { number: "Số văn bản", issuer: "Cơ quan ban hành" } as const

/** The document with its texts as they are kept: without what surrounds them. */
export function documentOf({ number, issuedOn, issuer, link, fileIds }: ObstacleDocument): ObstacleDocument {
  return { number: number.trim(), issuedOn, issuer: issuer.trim(), link: link?.trim() || null, fileIds }
}

/**
 * What is wrong with a document, by itself: DOCUMENT_INCOMPLETE, DATE_IN_FUTURE, LINK_MALFORMED, TEXT_TOO_LONG.
 * @param field the input that holds it, e.g. "document"
 */
export function documentRefusals(given: ObstacleDocument, today: CalendarDate, field: string): Refusal[] {
  const document = documentOf(given)
  const { issuedOn, link } = document
  const refusals = lengthRefusals(document, {
    number: LONGEST_LINE,
    issuer: LONGEST_LINE,
    link: LONGEST_LINE,
  })
  for (const name of ["number", "issuer"] as const)
    if (document[name] === "")
      refusals.push({
        reason: "DOCUMENT_INCOMPLETE",
        field: name,
        message: `${NEEDED[name]} không được để trống`,
      })
  if (issuedOn > today)
    refusals.push({
      reason: "DATE_IN_FUTURE",
      field: "issuedOn",
      message: `Ngày ban hành ${inFigures(issuedOn)} sau hôm nay ${inFigures(today)}`,
    })
  if (link !== null && !isWebAddress(link))
    refusals.push({
      reason: "LINK_MALFORMED",
      field: "link",
      message: `“${link.slice(0, 100)}” không phải địa chỉ web; hãy ghi cả “https://”`,
    })
  return refusals.map((refusal) => ({ ...refusal, field: `${field}.${refusal.field}` }))
}
