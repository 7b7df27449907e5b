import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { changesBetween } from "./changes-between.ts"
import styles from "./history.module.css"

const ChangesOfEntryDocument = graphql(`
  fragment ChangesOfEntry on AuditEntry {
    before
    after
  }
`)

/** What an entry of the history changed, column by column: folded away, as most look only at who and when. */
export function ChangesOfEntry({ entry }: { entry: FragmentType<typeof ChangesOfEntryDocument> }) {
  const { t } = useLingui()
  const { before, after } = readFragment(ChangesOfEntryDocument, entry)
  const changes = changesBetween(before ?? null, after ?? null)
  if (changes.length === 0) return null
  return (
    <details>
      <summary>{t`${changes.length} giá trị thay đổi`}</summary>
      <ul className={styles.changes}>
        {changes.map(({ column, before: was, after: is }) => (
          <li key={column}>
            <code>{column}</code>
            <span>
              {was !== null && (
                <del>
                  <span className="for-readers">{t`trước:`} </span>
                  {was}
                </del>
              )}
              {was !== null && is !== null && <span aria-hidden="true"> → </span>}
              {is !== null && (
                <ins>
                  <span className="for-readers">{t`sau:`} </span>
                  {is}
                </ins>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
