import { useApolloClient } from "@apollo/client/react"
import { useLingui } from "@lingui/react/macro"
import { useEffect, useState } from "react"
import { useSession } from "../session/session.ts"
import { listenToChanges } from "./change-stream.ts"
import styles from "./live-updates.module.css"
import { changedReader } from "./read-changed.ts"

/** How long it stands that something was updated, in milliseconds. */
const SHOWN_MS = 4_000
/** A break that is over before is not worth a word, in milliseconds. */
const SHORT_BREAK_MS = 10_000

/** Keeps what the screen shows as it is now, for whoever is signed in; says so without getting in the way. */
export function LiveUpdates() {
  const { t } = useLingui()
  const client = useApolloClient()
  const { state, person } = useSession()
  const [said, setSaid] = useState<"NOTHING" | "UPDATED" | "BROKEN">("NOTHING")
  const listener = state === "SIGNED_IN" && person ? `${person.id} ${person.role} ${person.agencyId}` : null
  useEffect(() => {
    if (listener === null) return
    const over = new AbortController()
    let shown: ReturnType<typeof setTimeout> | undefined
    let broken: ReturnType<typeof setTimeout> | undefined
    const reader = changedReader(client, () => {
      setSaid("UPDATED")
      clearTimeout(shown)
      shown = setTimeout(() => setSaid("NOTHING"), SHOWN_MS)
    })
    listenToChanges(listener, over.signal, (told) => {
      if (told.what === "CHANGED") reader.changed(told.thing)
      else if (told.what === "EVERYTHING") reader.everything()
      else if (told.what === "BROKEN") broken ??= setTimeout(() => setSaid("BROKEN"), SHORT_BREAK_MS)
      else {
        clearTimeout(broken)
        broken = undefined
        setSaid((now) => (now === "BROKEN" ? "NOTHING" : now))
      }
    })
    return () => {
      over.abort()
      reader.stop()
      clearTimeout(shown)
      clearTimeout(broken)
      setSaid("NOTHING")
    }
  }, [client, listener])
  return (
    <div role="status" className={`${styles.said} not-printed`} data-said={said}>
      {said === "UPDATED" && t`Đã cập nhật theo thay đổi mới`}
      {said === "BROKEN" && t`Mất kết nối cập nhật trực tiếp; trang sẽ tự cập nhật khi nối lại được`}
    </div>
  )
}
