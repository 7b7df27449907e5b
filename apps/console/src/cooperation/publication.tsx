import { useLingui } from "@lingui/react/macro"
import { PrintedInstant } from "../calendar/printed-instant.tsx"
import { Fact } from "../facts/facts.tsx"
import styles from "./publication.module.css"

interface Published {
  /** null while the public does not see it. */
  publishedAt?: string | null | undefined
}

/** Since when the public sees a row. */
export function PublicationFact({ publishedAt }: Published) {
  const { t } = useLingui()
  return (
    <Fact name={t`Công khai`}>
      {publishedAt ? <PrintedInstant instant={publishedAt} /> : <Unpublished publishedAt={publishedAt} />}
    </Fact>
  )
}

/** Marks a row that the public does not see. */
export function Unpublished({ publishedAt }: Published) {
  const { t } = useLingui()
  return publishedAt ? null : <span className={styles.unpublished}>{t`chưa công khai`}</span>
}
