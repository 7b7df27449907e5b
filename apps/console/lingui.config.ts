import { defineConfig } from "@lingui/conf"
import { formatter } from "@lingui/format-po"

/** Vietnamese is the language of the source; English is the same catalogue, translated. */
export default defineConfig({
  sourceLocale: "vi",
  locales: ["vi", "en"],
  catalogs: [{ path: "<rootDir>/src/language/catalogue/{locale}", include: ["<rootDir>/src"] }],
  format: formatter({ lineNumbers: false }),
  orderBy: "origin",
})
