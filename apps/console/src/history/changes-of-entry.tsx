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
      <table className={styles.changes}>
        <thead>
          <tr>
            <th scope="col">{t`Mục`}</th>
            <th scope="col">{t`Trước`}</th>
            <th scope="col">{t`Sau`}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ column, before: was, after: is }) => (
            <tr key={column}>
              <th scope="row">
                <code>{column}</code>
              </th>
              <td>{was === null ? "—" : <del>{was}</del>}</td>
              <td>{is === null ? "—" : <ins>{is}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
