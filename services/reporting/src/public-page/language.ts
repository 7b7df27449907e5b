import { registerEnumType } from "type-graphql"

/** The languages of the public page; what was published is in Vietnamese in both. */
export const Language = { VI: "VI", EN: "EN" } as const
export type Language = keyof typeof Language
registerEnumType(Language, { name: "PublicLanguage", description: "A language of the public page" })

/** As pages and headers name it. */
export const LANGUAGE_TAG: Readonly<Record<Language, "vi" | "en">> = { VI: "vi", EN: "en" }

/** The language that an address asks for; Vietnamese unless it is English. */
export function languageOf(asked: unknown): Language {
  return asked === "en" ? "EN" : "VI"
}
