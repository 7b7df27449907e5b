import { DateTimeScalar } from "@plan43/subgraph"
import { Field, ID, ObjectType, registerEnumType } from "type-graphql"
import type { Signal } from "./signal.ts"

/** How much a client has to read again. */
export const ChangeReach = { NOTHING: "NOTHING", ONE: "ONE", EVERYTHING: "EVERYTHING" } as const
export type ChangeReach = keyof typeof ChangeReach
registerEnumType(ChangeReach, {
  name: "ChangeReach",
  description: "How much a client has to read again",
  valuesConfig: {
    NOTHING: { description: "Nothing: it only says where the stream stands" },
    ONE: { description: "What shows the thing that changed" },
    EVERYTHING: { description: "All that is shown: more was missed than is told one by one" },
  },
})

@ObjectType("ChangeSignal", {
  simpleResolvers: true,
  description: "That something changed; what it is now is asked for as ever, and answered by the same rules",
})
export class Change {
  @Field(() => String, { description: "To be given as `after`, to catch up after a break" })
  position!: string

  @Field(() => ChangeReach)
  reach!: ChangeReach

  @Field(() => String, { nullable: true, description: "The part of the graph, e.g. tasks" })
  source!: string | null

  @Field(() => String, { nullable: true, description: "What happened, e.g. progress.reported" })
  what!: string | null

  @Field(() => String, { nullable: true, description: "The type of the thing, e.g. Partner" })
  kind!: string | null

  @Field(() => ID, { nullable: true, description: "The thing" })
  subjectId!: string | null

  @Field(() => DateTimeScalar, { nullable: true })
  at!: Date | null

  static of({ position, source, what, kind, subjectId, at }: Signal): Change {
    return Object.assign(new Change(), { position, reach: "ONE", source, what, kind, subjectId, at })
  }

  static nothing(position: string): Change {
    return Object.assign(new Change(), { ...UNSAID, position, reach: "NOTHING" })
  }

  static everything(position: string): Change {
    return Object.assign(new Change(), { ...UNSAID, position, reach: "EVERYTHING" })
  }
}

const UNSAID = { source: null, what: null, kind: null, subjectId: null, at: null }
