import { useLingui } from "@lingui/react/macro"
import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core"
import styles from "../shell/frame.module.css"

/** Light or dark; the system's choice until somebody makes one here. */
export function ColourSchemeSwitch() {
  const { t } = useLingui()
  // What would hold transitions back is a style written into the page, which its policy forbids
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const dark = useComputedColorScheme("light") === "dark"
  return (
    <button
      type="button"
      className={styles.setting}
      aria-label={t`Nền tối`}
      aria-pressed={dark}
      title={dark ? t`Chuyển sang nền sáng` : t`Chuyển sang nền tối`}
      onClick={() => setColorScheme(dark ? "light" : "dark")}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7.500" fill="none" stroke="currentColor" strokeWidth="1.800" />
        <path d="M10 2.500a7.500 7.500 0 0 1 0 15z" fill="currentColor" />
      </svg>
    </button>
  )
}
