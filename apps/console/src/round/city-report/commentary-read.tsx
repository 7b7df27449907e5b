import { useLingui } from "@lingui/react/macro"
import { PrintedInstant } from "../../calendar/printed-instant.tsx"
import type { Commentary } from "./ask-commentary.ts"
import styles from "./city-report.module.css"
import { CommentaryVersions } from "./commentary-versions.tsx"

/** What people wrote to a part, for those who may not write to it, and once the round is locked. */
export function CommentaryRead({ roundId, commentary }: { roundId: string; commentary: Commentary }) {
  return (
    <div className={styles.commentary} data-commentary="READ">
      {commentary.body
        .split(/\n+/)
        .filter((text) => text.trim() !== "")
        .map((text, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text have one order
          <p key={place} lang="vi">
            {text}
          </p>
        ))}
      <CommentaryAuthor commentary={commentary} />
      <CommentaryVersions roundId={roundId} commentary={commentary} restoring="WITHHELD" />
    </div>
  )
}

/** Who wrote what stands, and when. */
export function CommentaryAuthor({ commentary }: { commentary: Commentary }) {
  const { t } = useLingui()
  const { writtenBy, updatedAt } = commentary
  return (
    <p className={styles.author}>
      {t`Người viết:`} {writtenBy && <span lang="vi">{writtenBy}, </span>}
      <PrintedInstant instant={updatedAt} />
    </p>
  )
}
