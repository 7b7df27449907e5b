import { i18n } from "@lingui/core"

/** The languages of the console; Vietnamese is that of its source. */
export const languages = ["vi", "en"] as const
export type Language = (typeof languages)[number]

const KEPT_AS = "plan43.language"

const catalogues: Record<Language, () => Promise<{ messages: typeof i18n.messages }>> = {
  vi: () => import("./catalogue/vi.po"),
  en: () => import("./catalogue/en.po"),
}

/** The language that this person chose last; Vietnamese at first. */
export function chosenLanguage(): Language {
  const kept = localStorage.getItem(KEPT_AS)
  return languages.find((language) => language === kept) ?? "vi"
}

/** Speaks a language from now on, and the next time too. */
export async function speak(language: Language): Promise<void> {
  const { messages } = await catalogues[language]()
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
  localStorage.setItem(KEPT_AS, language)
}
