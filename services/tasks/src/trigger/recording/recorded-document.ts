import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RequiresScopes } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"
import { DocumentAct, type DocumentRecording } from "../document-recording.ts"
import { TriggerKind } from "../trigger-kind.ts"

registerEnumType(DocumentAct, {
  name: "DocumentAct",
  description: "What was done to the record of a document",
  valuesConfig: {
    ISSUED: { description: "Recorded as issued" },
    CORRECTED: { description: "What was recorded was corrected" },
    REVOKED: { description: "It was not issued after all" },
    REPLACED: { description: "Recorded as replaced by another document" },
    REPEALED: { description: "Recorded as repealed" },
    REINSTATED: { description: "It was not replaced or repealed after all" },
  },
})

@ObjectType({ simpleResolvers: true, description: "That a document no longer holds" })
export class DocumentEnd {
  @Field(() => DateScalar, { description: "From this day" })
  on!: CalendarDate

  @Field(() => String, {
    nullable: true,
    description: "Number of the document that replaces it; null: repealed",
  })
  successorNumber!: string | null

  @Field(() => String, { nullable: true })
  successorName!: string | null

  @Field(() => String, { nullable: true, description: "Where that can be read" })
  successorLink!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: "What is known of a document that was issued, or was known on a day",
})
export class RecordedDocument {
  @Field(() => TriggerKind, { description: "Of the document that was issued" })
  kind!: TriggerKind

  @Field(() => String)
  number!: string

  @Field(() => String, { nullable: true, description: "Its official name" })
  name!: string | null

  @Field(() => String)
  issuer!: string

  @Field(() => DateScalar)
  issuedOn!: CalendarDate

  @Field(() => DateScalar, { nullable: true, description: "null where it says none" })
  effectiveOn!: CalendarDate | null

  @Field(() => String, { nullable: true, description: "Where it can be read" })
  link!: string | null

  fileIds!: string[]

  @Field(() => Int, { description: "From a task's start to its proposed due date" })
  dueDays!: number

  @Field(() => DocumentEnd, { nullable: true })
  end!: DocumentEnd | null
}

@ObjectType({ simpleResolvers: true, description: "An entry of the record of a document" })
export class DocumentRecordEntry {
  @Field(() => ID)
  id!: string

  @Field(() => DocumentAct)
  act!: DocumentAct

  @Field(() => DateScalar)
  recordedOn!: CalendarDate

  @Field(() => DateTimeScalar)
  recordedAt!: Date

  @RequiresScopes("documents:write", "audit:read")
  @Field(() => String, { nullable: true })
  recordedBy!: string | null

  @Field(() => String, { nullable: true })
  reason!: string | null

  @Field(() => RecordedDocument, {
    nullable: true,
    description: "All that was known from then on; null: not issued",
  })
  document!: RecordedDocument | null
}

/** What an entry of the record says of the document; null where it says that it was not issued. */
export function recordedDocumentOf(entry: DocumentRecording): RecordedDocument | null {
  const { kind, number, issuer, issuedOn, dueDays, name, effectiveOn, link, fileIds } = entry
  if (kind === null || number === null || issuer === null || issuedOn === null || dueDays === null)
    return null
  const { endedOn, successorNumber, successorName, successorLink } = entry
  const end = endedOn === null ? null : { on: endedOn, successorNumber, successorName, successorLink }
  return { kind, number, name, issuer, issuedOn, effectiveOn, link, fileIds, dueDays, end }
}

export function recordEntryOf(entry: DocumentRecording): DocumentRecordEntry {
  const { id, act, recordedOn, recordedAt, recordedByName, reason } = entry
  return {
    id: String(id),
    act,
    recordedOn,
    recordedAt,
    recordedBy: recordedByName,
    reason,
    document: recordedDocumentOf(entry),
  }
}
