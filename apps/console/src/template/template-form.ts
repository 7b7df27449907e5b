import { neededWords, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"
import { askedFields, EVERYTHING_ASKED, requireSomethingAsked, withoutIdleSections } from "./asked-form.ts"

/** What is typed about a template, read into what is sent. */
export const templateForm = z
  .object({ name: neededWords, note: optionalWords, ...askedFields, reason: optionalWords })
  .transform(withoutIdleSections)
  .superRefine(requireSomethingAsked)

export type TemplateTyped = z.input<typeof templateForm>

export const EMPTY_TEMPLATE: TemplateTyped = { name: "", note: "", ...EVERYTHING_ASKED, reason: "" }
