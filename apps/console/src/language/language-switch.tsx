import { useLingui } from "@lingui/react/macro"
import { type Language, languages, speak } from "./language.ts"
import styles from "./language-switch.module.css"

/** Each language by its own name, so that whoever needs it can read it. */
const OWN_NAME: Record<Language, string> = { vi: "Tiếng Việt", en: "English" }

export function LanguageSwitch() {
  const { i18n, t } = useLingui()
  return (
    <fieldset className={styles.languages}>
      <legend className="for-readers">{t`Ngôn ngữ`}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={styles.language}
          aria-pressed={i18n.locale === language}
          onClick={() => speak(language)}
        >
          {language.toUpperCase()}
          <span className="for-readers"> {OWN_NAME[language]}</span>
        </button>
      ))}
    </fieldset>
  )
}
