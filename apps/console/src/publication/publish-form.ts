import { t } from "@lingui/core/macro"
import type { PublishedPart } from "../__generated__/graphql.ts"
import { optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"
import { chosenParts } from "./published-part-names.ts"

const typed = z.object({
  parts: z.array(z.enum(chosenParts)),
  text: optionalWords,
  note: optionalWords,
  reason: optionalWords,
})

/** What is typed about a publication, read into what is sent; a correction says what it corrects. */
export function publishForm(isFirst: boolean) {
  return typed
    .transform(({ parts, text, ...rest }) => ({ ...rest, text, parts: partsOf(parts, text) }))
    .superRefine(({ parts, note }, ctx) => {
      if (parts.length === 0)
        ctx.addIssue({ code: "custom", path: ["parts"], message: t`Hãy chọn ít nhất một phần` })
      if (!isFirst && note === null)
        ctx.addIssue({ code: "custom", path: ["note"], message: t`Hãy ghi đã đính chính những gì` })
    })
}

/** The parts that are published: those chosen, and what the City says where it says something. */
export function partsOf(chosen: readonly PublishedPart[], text: string | null): PublishedPart[] {
  return text === null || text.trim() === "" ? [...chosen] : ["TEXT", ...chosen]
}

export type PublicationTyped = z.input<typeof typed>
