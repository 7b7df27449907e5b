import { useLingui } from "@lingui/react/macro"
import type { FieldValues } from "react-hook-form"
import { ChoiceField } from "../form/choice-field.tsx"
import type { FieldProps } from "../form/use-field.tsx"

/** Codes that browsers know a name for, but that ISO 3166-1 assigns to no country. */
const NO_COUNTRY = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split(" ")

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]

/** Every country's code, ISO 3166-1 alpha-2, by its name in a language. */
function countries(language: string): Record<string, string> {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" })
  const named = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((code) => !NO_COUNTRY.includes(code) && new Intl.Locale("und", { region: code }).region === code)
    .flatMap((code) => {
      const name = names.of(code)
      return name === undefined ? [] : [[code, name] as const]
    })
  return Object.fromEntries(named.sort(([, one], [, other]) => one.localeCompare(other, language)))
}

/** A country, chosen by its name. */
export function CountryField<Values extends FieldValues>(props: FieldProps<Values>) {
  const { t, i18n } = useLingui()
  return <ChoiceField {...props} none={t`Không thuộc một nước`} choices={countries(i18n.locale)} />
}
