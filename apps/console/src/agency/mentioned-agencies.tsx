import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import styles from "./mentioned-agencies.module.css"

interface MentionedAgenciesProps {
  /** The cell, verbatim. */
  text: string
  /** Its pieces, each with the agency it was understood as. */
  mentions: readonly { text: string; agency?: { code: string; name: string } | null }[]
}

/** The bodies that a cell names: its words, then who they are. */
export function MentionedAgencies({ text, mentions }: MentionedAgenciesProps) {
  const { t } = useLingui()
  return (
    <>
      <p lang="vi">{text}</p>
      <ul className={styles.mentions} aria-label={t`Được hiểu là`}>
        {mentions.map((mention, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell may name the same body twice
          <li key={place}>
            {mention.agency ? (
              <Link to="/co-quan/$code" params={{ code: mention.agency.code }} lang="vi">
                {mention.agency.name}
              </Link>
            ) : (
              <span className={styles.unknown}>
                <span lang="vi">{mention.text}</span> <em>{t`(chưa xác định được cơ quan)`}</em>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
