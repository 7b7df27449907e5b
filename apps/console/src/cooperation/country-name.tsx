import { useLingui } from "@lingui/react/macro"

/** A country by its ISO 3166-1 alpha-2 code, named in the language of the console. */
export function CountryName({ code }: { code: string }) {
  const { i18n } = useLingui()
  return <>{new Intl.DisplayNames(i18n.locale, { type: "region", fallback: "code" }).of(code)}</>
}
