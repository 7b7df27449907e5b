import { useLingui } from "@lingui/react/macro"
import type { ApiClientState } from "../__generated__/graphql.ts"
import styles from "./client.module.css"
import { clientStateName } from "./client-names.ts"

const SHAPE: Record<ApiClientState, string> = { ACTIVE: "●", EXPIRED: "○", REVOKED: "✕" }

/** A system's state by shape, word and colour. */
export function ClientStateMark({ state }: { state: ApiClientState }) {
  const { i18n } = useLingui()
  return (
    <span className={styles.state} data-state={state}>
      <span aria-hidden="true">{SHAPE[state]}</span> {i18n._(clientStateName[state])}
    </span>
  )
}
