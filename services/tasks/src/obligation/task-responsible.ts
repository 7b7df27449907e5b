import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"

/** Which of the agencies that owe a task is responsible for the whole; the last mark stands. */
@Entity({ tableName: "task_responsible" })
export class TaskResponsible {
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  taskId!: string

  @Property({ type: "uuid" })
  agencyId!: string
}
