import { useLingui } from "@lingui/react/macro"
import type { RoundStage } from "../__generated__/graphql.ts"
import styles from "./round.module.css"
import { roundStageName } from "./round-names.ts"

const LOOK: Record<RoundStage, { shape: string; tone: "quiet" | "active" | "done" }> = {
  PREPARED: { shape: "○", tone: "quiet" },
  OPEN: { shape: "◐", tone: "active" },
  LOCKED: { shape: "✓", tone: "done" },
}

/** How far a round has come, by shape, word and colour; and whether the public sees it. */
export function RoundStageMark({ stage, published }: { stage: RoundStage; published: boolean }) {
  const { t, i18n } = useLingui()
  const { shape, tone } = LOOK[stage]
  return (
    <span className={styles.marks}>
      <span className={styles.stage} data-tone={tone} data-stage={stage}>
        <span aria-hidden="true">{shape}</span>
        {i18n._(roundStageName[stage])}
      </span>
      {published && <span className={styles.soft}>{t`đã công khai`}</span>}
    </span>
  )
}
