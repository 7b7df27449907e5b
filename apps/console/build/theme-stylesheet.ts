import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from "@mantine/core"
import type { Plugin } from "vite"
import { theme } from "../src/theme/theme.ts"

const ID = "virtual:theme.css"

/**
 * The theme's variables as a stylesheet made by the build, imported as `virtual:theme.css`. Mantine would
 * write them into the page as it runs, which a strict `style-src` forbids.
 */
export function themeStylesheet(): Plugin {
  return {
    name: "theme-stylesheet",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined
      return convertCssVariables(
        defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme)),
        ":root",
      )
    },
  }
}
