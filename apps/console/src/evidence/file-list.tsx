import { useLingui } from "@lingui/react/macro"
import styles from "./file-field.module.css"
import { printedSize } from "./file-size.ts"

interface FileListProps {
  /** As the graph has them: `files { id name size url }`. */
  files: readonly { id: string; name: string; size: number; url: string }[]
}

/** Files to fetch; a browser keeps them and shows none of them as a page of this origin. */
export function FileList({ files }: FileListProps) {
  const { i18n } = useLingui()
  if (files.length === 0) return null
  return (
    <ul className={styles.list}>
      {files.map(({ id, name, size, url }) => (
        <li key={id}>
          <a href={url} download={name} className={styles.name}>
            {name}
          </a>{" "}
          <span className={styles.size}>{printedSize(size, i18n.locale)}</span>
        </li>
      ))}
    </ul>
  )
}
