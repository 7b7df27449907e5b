import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { FileList } from "../evidence/file-list.tsx"
import { Absent } from "../facts/facts.tsx"
import styles from "./progress.module.css"

const ResultWordsFragment = graphql(`
  fragment ResultWords on ResultDocument {
    number
    issuedOn
    issuer
    link
    files {
      id
      name
      size
      url
    }
  }
`)

/** The document that a task resulted in, as it is cited; nothing where nothing of it is known. */
export function ResultWords({ result: masked }: { result: FragmentType<typeof ResultWordsFragment> }) {
  const { t } = useLingui()
  const { number, issuedOn, issuer, link, files } = readFragment(ResultWordsFragment, masked)
  if (!number && !issuedOn && !issuer && !link) return <FileList files={files} />
  return (
    <>
      <p className={styles.who} data-result>
        {number ? <strong lang="vi">{number}</strong> : <Absent>{t`chưa có số văn bản`}</Absent>}
        {issuedOn ? (
          <span>
            {t`ngày`} <PrintedDate date={issuedOn} />
          </span>
        ) : (
          <Absent>{t`chưa có ngày ban hành`}</Absent>
        )}
        {issuer ? <span lang="vi">{issuer}</span> : <Absent>{t`chưa có cơ quan ban hành`}</Absent>}
        {link && (
          <a href={link} rel="noopener noreferrer" target="_blank">
            {t`Mở văn bản`}
          </a>
        )}
      </p>
      <FileList files={files} />
    </>
  )
}
