import { createTheme, type MantineColorsTuple } from "@mantine/core"

/** A quiet administrative blue; shade 8 on white and shade 3 on the dark ground exceed a contrast of 4.5:1. */
const harbour: MantineColorsTuple = [
  "#eef5fb",
  "#dbe8f4",
  "#b5d0e9",
  "#8cb8de",
  "#669fd2",
  "#4587c2",
  "#2f6fa9",
  "#245d91",
  "#1d5080",
  "#153d64",
]

/** Sizes, colours and habits of the console; {@link ./theme.css} holds what is ours alone. */
export const theme = createTheme({
  primaryColor: "harbour",
  colors: { harbour },
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  defaultRadius: "sm",
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: {
      // The accent is lighter by night: white on it would be too faint
      vars: (_theme: unknown, { variant }: { variant?: string }) => ({
        root: variant === undefined ? { "--button-color": "var(--on-accent)" } : {},
      }),
    },
  },
})
