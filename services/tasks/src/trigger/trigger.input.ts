import type { CalendarDate } from "@plan43/calendar"
import { ChangeInput, DateScalar, RecordingInput, RecordingPayload, type StandingRow } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql"
import { Agency } from "../agency/agency.ts"
import { Task } from "../task/task.ts"
import { StartChange } from "./effect/task-start-rule.ts"
import type { DocumentDetails } from "./recording/document-details.ts"
import type { Successor } from "./recording/end-document.ts"
import { Trigger } from "./trigger.ts"
import { TriggerKind } from "./trigger-kind.ts"

registerEnumType(StartChange, {
  name: "StartChange",
  description: "What a recording does to a task that waits for the document",
  valuesConfig: {
    STARTS: { description: "It waited, and now has a day on which it starts" },
    STILL_WAITS: { description: "It goes on waiting, for another document" },
    MOVES: { description: "It starts, or is due, on another day than was recorded" },
    STAYS: { description: "Nothing changes" },
    WAITS_AGAIN: { description: "Its start is taken back" },
  },
})

@InputType({
  description: "What is recorded of a document that was issued; a correction gives all of it again",
})
export class IssuedDocumentInput implements DocumentDetails {
  @Field(() => TriggerKind, {
    description: "Of the document that was issued; a law starts tasks on its day of effect",
  })
  kind!: TriggerKind

  @Field(() => String)
  number!: string

  @Field(() => String, { nullable: true, defaultValue: null, description: "Its official name" })
  name!: string | null

  @Field(() => String)
  issuer!: string

  @Field(() => DateScalar)
  issuedOn!: CalendarDate

  @Field(() => DateScalar, { nullable: true, defaultValue: null })
  effectiveOn!: CalendarDate | null

  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: "Where it can be read: a web address",
  })
  link!: string | null

  @Field(() => [ID], {
    defaultValue: [],
    description:
      "The document itself, uploaded before; who reads what was recorded fetches it, the public too",
  })
  fileIds!: string[]

  @Field(() => Int, { defaultValue: 60, description: "From a task's start to its proposed due date" })
  dueDays!: number
}

@InputType()
export class PreviewDocumentInput implements StandingRow {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: "The version that the recording will be based on" })
  version!: number

  @Field(() => IssuedDocumentInput, {
    nullable: true,
    defaultValue: null,
    description: "null: taking back that it was issued",
  })
  document!: IssuedDocumentInput | null
}

@InputType({
  description: "Records a document as issued, or corrects what was recorded; a correction needs a reason",
})
export class RecordDocumentInput extends ChangeInput {
  @Field(() => IssuedDocumentInput)
  document!: IssuedDocumentInput

  @Field(() => String, { description: "The token of the preview: exactly that is done, or nothing" })
  preview!: string
}

@InputType({ description: "Takes back that a document was issued; needs a reason" })
export class RevokeDocumentInput extends ChangeInput {
  @Field(() => String, { description: "The token of the preview: exactly that is done, or nothing" })
  preview!: string
}

@InputType()
export class SuccessorInput implements Successor {
  @Field(() => String)
  number!: string

  @Field(() => String, { nullable: true, defaultValue: null })
  name!: string | null

  @Field(() => String, { nullable: true, defaultValue: null })
  link!: string | null
}

@InputType({ description: "No successor: it was repealed" })
export class EndDocumentInput extends ChangeInput {
  @Field(() => DateScalar)
  endedOn!: CalendarDate

  @Field(() => SuccessorInput, { nullable: true, defaultValue: null })
  successor!: SuccessorInput | null
}

@InputType({ description: "Which document, and on which version of it the change is based" })
export class DocumentInput extends ChangeInput {}

@InputType({ description: "Who watches over a document from now on" })
export class AppointWatcherInput extends ChangeInput {
  @Field(() => ID, { description: "Of a person's assignment that is in force" })
  assignmentId!: string
}

@InputType()
export class DueDaysInput extends ChangeInput {
  @Field(() => Int)
  dueDays!: number
}

@InputType()
export class StandingDocumentInput implements StandingRow {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  version!: number
}

@InputType({ description: "The record that goes on, and those that from now on lead to it" })
export class MergeDocumentsInput extends ChangeInput {
  @Field(() => [StandingDocumentInput])
  merged!: StandingDocumentInput[]
}

@InputType()
export class ProposalInput extends RecordingInput {
  @Field(() => ID)
  id!: string
}

@ObjectType({ simpleResolvers: true })
export class TriggerPayload extends RecordingPayload {
  @Field(() => Trigger, { nullable: true })
  trigger!: Trigger | null
}

@ObjectType({ simpleResolvers: true })
export class ProposalPayload extends RecordingPayload {
  @Field(() => ID, { nullable: true })
  proposal!: string | null
}

@ObjectType({ simpleResolvers: true, description: "When a task that waited for documents starts" })
export class TaskStartDays {
  @Field(() => DateScalar, { description: "The day on which the last of the awaited events happened" })
  eventOn!: CalendarDate

  @Field(() => DateScalar, {
    description: "The same day, or the later one before which the plan does not let it start",
  })
  startsOn!: CalendarDate

  @Field(() => DateScalar, { description: "Proposed by the coordinator's rule for the document" })
  dueOn!: CalendarDate
}

@ObjectType({ simpleResolvers: true, description: "What a recording would do to one task" })
export class StartEffect {
  @Field(() => Task)
  task!: Task

  @Field(() => StartChange)
  change!: StartChange

  @Field(() => TaskStartDays, { nullable: true, description: "As it stands" })
  before!: TaskStartDays | null

  @Field(() => TaskStartDays, { nullable: true, description: "As it would be" })
  after!: TaskStartDays | null

  @Field(() => [Trigger], { description: "The other documents that it goes on waiting for" })
  waitsFor!: Trigger[]
}

@ObjectType({ simpleResolvers: true, description: "What a recording would do; nothing is changed by asking" })
export class DocumentPreview {
  @Field(() => String, { description: "To be given with the recording" })
  token!: string

  @Field(() => [StartEffect], { description: "Every task that waits for the document, in the plan's order" })
  effects!: StartEffect[]

  @Field(() => [Agency], {
    description: "Who would be told: those of the tasks that start, move or wait again",
  })
  agencies!: Agency[]
}

@ObjectType({ simpleResolvers: true })
export class DocumentPreviewPayload extends RecordingPayload {
  @Field(() => DocumentPreview, { nullable: true })
  preview!: DocumentPreview | null
}
