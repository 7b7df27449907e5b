import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DateTimeScalar } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType } from "type-graphql"
import { noticePath } from "../notice/notice-path.ts"
import { NoticeTopic } from "../notice/notice-topic.ts"

/** What a notice says besides what happened to what; each is there where its kind has it. */
export interface NoticeData {
  /** null: of something that is no task's, e.g. an obstacle in general. */
  taskCode?: string | null
  taskCodes?: string[]
  indicatorCode?: string
  number?: string
  /** A period's key or a phase's name. */
  partName?: string
  dueOn?: string
  days?: number
  overdue?: string[]
  dueSoon?: string[]
  roundName?: string
  /** Of what the plan waits for, in its words. */
  title?: string
}

/** One notice in one person's inbox. */
@Entity({ tableName: "inbox_entry" })
@ObjectType({ simpleResolvers: true, description: "One notice in the viewer's inbox" })
export class InboxEntry {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "text" })
  person!: string

  @Field(() => DateTimeScalar, { description: "When it happened" })
  @Property({ type: "timestamptz" })
  at!: Date

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: "timestamptz", nullable: true })
  readAt!: Date | null

  @Field(() => String, { description: "What happened, e.g. progress.returned" })
  @Property({ type: "text" })
  kind!: string

  @Field(() => NoticeTopic)
  @Property({ type: "text" })
  topic!: NoticeTopic

  @Field(() => String, { description: "The type of what it happened to, e.g. TaskObligation" })
  @Property({ type: "text" })
  subjectKind!: string

  @Field(() => ID, { description: "What it happened to" })
  @Property({ type: "text" })
  subjectId!: string

  @Property({ type: "json" })
  data!: NoticeData

  @Field(() => String, { description: "Where the console shows it, e.g. /nhiem-vu/18" })
  get path(): string {
    return noticePath(this)
  }

  @Field(() => [String], { description: "Codes of the tasks that it is about" })
  get taskCodes(): string[] {
    const { taskCode, taskCodes } = this.data
    return taskCode == null ? (taskCodes ?? []) : [taskCode]
  }

  @Field(() => String, { nullable: true, description: "Code of the indicator that it is about" })
  get indicatorCode(): string | null {
    return this.data.indicatorCode ?? null
  }

  @Field(() => String, { nullable: true, description: "Number of the letter that it is about" })
  get number(): string | null {
    return this.data.number ?? null
  }

  @Field(() => String, {
    nullable: true,
    description: "The period or phase that it is about, e.g. 2026-H1, Giai đoạn 1",
  })
  get partName(): string | null {
    return this.data.partName ?? null
  }

  @Field(() => String, { nullable: true, description: "Name of the reporting round that it is about" })
  get roundName(): string | null {
    return this.data.roundName ?? null
  }

  @Field(() => String, { nullable: true, description: "The day that is due, YYYY-MM-DD" })
  get dueOn(): string | null {
    return this.data.dueOn ?? null
  }

  @Field(() => Int, {
    nullable: true,
    description: "Days until then, as counted when it was told: 30, 7 or 1",
  })
  get days(): number | null {
    return this.data.days ?? null
  }

  @Field(() => [String], { description: "Codes of tasks that are overdue, of a weekly digest" })
  get overdue(): string[] {
    return this.data.overdue ?? []
  }

  @Field(() => [String], { description: "Codes of tasks that are due within 30 days, of a weekly digest" })
  get dueSoon(): string[] {
    return this.data.dueSoon ?? []
  }
}
