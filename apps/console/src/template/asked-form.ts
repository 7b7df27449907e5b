import { t } from "@lingui/core/macro"
import type { PlanItemKind } from "../__generated__/graphql.ts"
import { optionalWords, picks } from "../form/written.ts"
import { z } from "../form/zod.ts"
import { sectionNumerals } from "../task/task-search.ts"
import { planItemKinds } from "./asked-names.ts"

/** What is asked of whom, as it is typed: of a round, and of a template for rounds. */
export const askedFields = {
  itemKinds: z.array(z.enum(planItemKinds)),
  sections: z.array(z.enum(sectionNumerals)),
  questions: optionalWords,
  agencyIds: picks,
}

interface Asked {
  itemKinds: PlanItemKind[]
  sections: (typeof sectionNumerals)[number][]
  questions: string | null
}

/** Sections are of tasks: where no tasks are asked for there are none. */
export function withoutIdleSections<Read extends Asked>(read: Read): Read {
  return read.itemKinds.includes("TASK") ? read : { ...read, sections: [] }
}

/** Whoever asks for no lines asks questions. */
export function requireSomethingAsked({ itemKinds, questions }: Asked, ctx: z.RefinementCtx): void {
  if (itemKinds.length === 0 && questions === null)
    ctx.addIssue({
      code: "custom",
      path: ["questions"],
      message: t`Không hỏi nhiệm vụ, chỉ tiêu nào thì phải ghi ít nhất một câu hỏi`,
    })
}

/** What is typed of what is asked. */
export type AskedTyped = z.input<z.ZodObject<typeof askedFields>>

/** All of the plan, of everybody who leads something, and no questions. */
export const EVERYTHING_ASKED: AskedTyped = {
  itemKinds: [...planItemKinds],
  sections: [],
  questions: "",
  agencyIds: [],
}

/** What is asked by a row of the graph. */
export interface AskedRow {
  itemKinds: readonly PlanItemKind[]
  sections: readonly string[]
  questions?: string | null | undefined
  agencies: readonly { id: string; name: string }[]
}

/** The same as it is typed again. */
export function askedTypedOf({ itemKinds, sections, questions, agencies }: AskedRow): AskedTyped {
  return {
    itemKinds: [...itemKinds],
    sections: sectionNumerals.filter((numeral) => sections.includes(numeral)),
    questions: questions ?? "",
    agencyIds: agencies.map(({ id, name }) => ({ id, name })),
  }
}
