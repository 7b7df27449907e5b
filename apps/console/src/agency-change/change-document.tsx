import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"

const ChangeDocumentDocument = graphql(`
  fragment ChangeDocument on AgencyChange {
    document {
      number
      issuedOn
      issuer
      link
    }
  }
`)

/** The document that a change of agencies rests on, with the way to it where one is known. */
export function ChangeDocument({ change }: { change: FragmentType<typeof ChangeDocumentDocument> }) {
  const { t } = useLingui()
  const { number, issuedOn, issuer, link } = readFragment(ChangeDocumentDocument, change).document
  return (
    <span lang="vi">
      {link ? (
        <a href={link} rel="noreferrer" target="_blank">
          {number}
        </a>
      ) : (
        number
      )}{" "}
      {t`ngày`} <PrintedDate date={issuedOn} />, {issuer}
    </span>
  )
}
