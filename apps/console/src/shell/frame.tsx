import { useLingui } from "@lingui/react/macro"
import { Link, Outlet, useRouter } from "@tanstack/react-router"
import { useEffect, useRef } from "react"
import { NoticeBell } from "../inbox/notice-bell.tsx"
import { LanguageSwitch } from "../language/language-switch.tsx"
import { LiveUpdates } from "../live/live-updates.tsx"
import { SessionMenu } from "../session/session-menu.tsx"
import { SessionNotices } from "../session/session-notices.tsx"
import { ShortcutsDialog } from "../shortcut/shortcuts-dialog.tsx"
import { useShortcuts } from "../shortcut/use-shortcuts.ts"
import { SimulationNotice } from "../simulation/simulation-notice.tsx"
import { ColourSchemeSwitch } from "../theme/colour-scheme-switch.tsx"
import styles from "./frame.module.css"
import { Navigation } from "./navigation.tsx"

/** What surrounds every screen. */
export function Frame() {
  const { t } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  useShortcuts(() => dialog.current?.showModal())
  useFocusOnArrival()
  return (
    <>
      <a href="#noi-dung" className={styles.skip}>
        {t`Đến nội dung chính`}
      </a>
      <header className={`${styles.bar} not-printed`}>
        <Link to="/" className={styles.name}>
          <span className={styles.mark} aria-hidden="true">
            43
          </span>
          <span>{t`Theo dõi Kế hoạch 43`}</span>
        </Link>
        <Navigation />
        <div className={styles.settings}>
          <button
            type="button"
            className={styles.setting}
            aria-label={t`Phím tắt`}
            title={t`Phím tắt (?)`}
            onClick={() => dialog.current?.showModal()}
          >
            <span aria-hidden="true">?</span>
          </button>
          <ColourSchemeSwitch />
          <LanguageSwitch />
          <NoticeBell />
          <SessionMenu />
        </div>
      </header>
      <SimulationNotice />
      <SessionNotices />
      <main id="noi-dung" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <footer className={`${styles.foot} not-printed`}>
        <p>
          {t`Nguồn: Kế hoạch 43/KH-UBND ngày 14/02/2025 của UBND Thành phố Hà Nội. Tình trạng được tính từ thời hạn và báo cáo, không nhập tay.`}
        </p>
        <a href="/cong-bo">{t`Kết quả đã công bố`}</a>
        <a href="/graphql">{t`Giao diện lập trình (GraphQL)`}</a>
      </footer>
      <LiveUpdates />
      <ShortcutsDialog dialog={dialog} />
    </>
  )
}

/** Moves the focus to the heading of a screen that was navigated to, so that readers hear where they are. */
function useFocusOnArrival() {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) document.querySelector("h1")?.focus({ preventScroll: true })
      }),
    [router],
  )
}
