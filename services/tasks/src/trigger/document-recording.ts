import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import type { TriggerKind } from "./trigger-kind.ts"

/** What is done to the record of a document. */
export const DocumentAct = {
  ISSUED: "ISSUED",
  CORRECTED: "CORRECTED",
  REVOKED: "REVOKED",
  REPLACED: "REPLACED",
  REPEALED: "REPEALED",
  REINSTATED: "REINSTATED",
} as const
export type DocumentAct = keyof typeof DocumentAct

/** All that was known of a document after something was recorded of it. Rows are added, never changed. */
@Entity({ tableName: "document_recording" })
export class DocumentRecording {
  @PrimaryKey({ type: "bigint" })
  id!: string

  @Property({ type: "uuid" })
  documentId!: string

  @Property({ type: "text" })
  act!: DocumentAct

  /** Everything up to `dueDays` is null where the recording was revoked. */
  @Property({ type: "text", nullable: true })
  kind!: TriggerKind | null

  @Property({ type: "text", nullable: true })
  number!: string | null

  @Property({ type: "text", nullable: true })
  name!: string | null

  @Property({ type: "text", nullable: true })
  issuer!: string | null

  @Property({ type: "date", nullable: true })
  issuedOn!: CalendarDate | null

  @Property({ type: "date", nullable: true })
  effectiveOn!: CalendarDate | null

  @Property({ type: "text", nullable: true })
  link!: string | null

  @Property({ type: "uuid[]" })
  fileIds!: string[]

  @Property({ type: "integer", nullable: true })
  dueDays!: number | null

  /** The day from which it was replaced or repealed. */
  @Property({ type: "date", nullable: true })
  endedOn!: CalendarDate | null

  @Property({ type: "text", nullable: true })
  successorNumber!: string | null

  @Property({ type: "text", nullable: true })
  successorName!: string | null

  @Property({ type: "text", nullable: true })
  successorLink!: string | null

  @Property({ type: "text", nullable: true })
  reason!: string | null

  @Property({ type: "date" })
  recordedOn!: CalendarDate

  @Property({ type: "timestamptz" })
  recordedAt!: Date

  @Property({ type: "text" })
  recordedBy!: string

  @Property({ type: "text", nullable: true })
  recordedByName!: string | null
}
