import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Absent } from "../facts/facts.tsx"
import { ActionLink } from "../shell/action-link.tsx"
import { DeclineButton } from "./decline-button.tsx"
import styles from "./documents.module.css"
import { recordDocumentSearch } from "./record-document-search.ts"
import { triggerKindName } from "./trigger-kind.ts"

const KnownDocumentFragment = graphql(`
  fragment KnownDocumentFacts on KnownDocument {
    id
    kind
    number
    name
    issuer
    issuedOn
    effectiveOn
    source {
      title
      link
    }
  }
`)

const DocumentSuggestionFragment = graphql(`
  fragment DocumentSuggestionActs on DocumentSuggestion {
    id
    declinedOn
    document {
      ...KnownDocumentFacts
    }
    trigger {
      id
      title
      issuedOn
      mergedInto {
        id
      }
    }
  }
`)

/** A document that is known to have been issued, with where that was read. */
export function KnownDocumentFacts({ document }: { document: FragmentType<typeof KnownDocumentFragment> }) {
  const { t, i18n } = useLingui()
  const { kind, number, name, issuer, issuedOn, effectiveOn, source } = readFragment(
    KnownDocumentFragment,
    document,
  )
  return (
    <>
      <p lang="vi" className={styles.name}>
        {name}
      </p>
      <p className={styles.soft}>
        {i18n._(triggerKindName[kind])} · {number ?? <Absent>{t`nguồn không nêu số`}</Absent>} ·{" "}
        <span lang="vi">{issuer}</span> ·{" "}
        {issuedOn ? <PrintedDate date={issuedOn} /> : <Absent>{t`nguồn không nêu ngày ban hành`}</Absent>}
        {effectiveOn && (
          <>
            {" · "}
            {t`hiệu lực`} <PrintedDate date={effectiveOn} />
          </>
        )}
      </p>
      <p className={styles.soft}>
        {t`Nguồn:`}{" "}
        <a href={source.link} target="_blank" rel="noreferrer" lang="vi">
          {source.title}
        </a>
      </p>
    </>
  )
}

/** What a coordinator does about a suggestion: record the document, beginning with what is known, or decline it. */
export function DocumentSuggestionActs({
  suggestion,
}: {
  suggestion: FragmentType<typeof DocumentSuggestionFragment>
}) {
  const { t } = useLingui()
  const { id, declinedOn, document, trigger } = readFragment(DocumentSuggestionFragment, suggestion)
  const { name } = readFragment(KnownDocumentFragment, document)
  if (trigger.issuedOn) return <p className={styles.soft}>{t`Đã ghi nhận.`}</p>
  return (
    <div className={styles.actions}>
      {declinedOn ? (
        <span className={styles.soft}>
          {t`Đã từ chối ngày`} <PrintedDate date={declinedOn} />
        </span>
      ) : (
        <ActionLink
          to="/van-ban-cho/$id/ghi-nhan"
          params={{ id: trigger.mergedInto?.id ?? trigger.id }}
          search={recordDocumentSearch.write({ suggestion: [id] })}
          aria-label={t`Kiểm tra và ghi nhận: ${name}`}
        >{t`Kiểm tra và ghi nhận`}</ActionLink>
      )}
      <DeclineButton id={id} declined={declinedOn != null} about={name} />
    </div>
  )
}
