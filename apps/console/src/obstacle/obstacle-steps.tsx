import { useLingui } from "@lingui/react/macro"
import type { ObstacleStepFactsFragment } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { FileList } from "../evidence/file-list.tsx"
import styles from "./obstacle.module.css"
import { stepName } from "./obstacle-names.ts"

const ObstacleStepFragment = graphql(`
  fragment ObstacleStepFacts on ObstacleStep {
    action
    dueOn
    late
    words
    document {
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
    recordedOn
    recordedAt
    recordedBy
  }
`)

/** What was done, the first first, each with its words, its document, and whether the next came late. */
export function ObstacleSteps({ steps }: { steps: readonly FragmentType<typeof ObstacleStepFragment>[] }) {
  const { t, i18n } = useLingui()
  return (
    <ol className={styles.steps}>
      {steps.map((masked) => {
        const step = readFragment(ObstacleStepFragment, masked)
        return (
          <li key={step.recordedAt}>
            <span className={styles.stepName}>{i18n._(stepName[step.action])}</span>
            <span className={styles.stepFacts}>
              <PrintedDate date={step.recordedOn} />
              {step.recordedBy && <span lang="vi">{step.recordedBy}</span>}
              {step.dueOn && (
                <span className={step.late ? styles.late : undefined}>
                  {t`bước sau hạn`} <PrintedDate date={step.dueOn} /> {step.late && <>⚠ {t`quá hạn`}</>}
                </span>
              )}
            </span>
            {step.words && (
              <p className={styles.words} lang="vi">
                {step.words}
              </p>
            )}
            {step.document && <StepDocument document={step.document} />}
          </li>
        )
      })}
    </ol>
  )
}

interface StepDocumentProps {
  document: NonNullable<ObstacleStepFactsFragment["document"]>
}

function StepDocument({ document: { number, issuedOn, issuer, link, files } }: StepDocumentProps) {
  return (
    <>
      <p lang="vi">
        {link ? (
          <a href={link} rel="noreferrer">
            {number}
          </a>
        ) : (
          number
        )}
        , <PrintedDate date={issuedOn} />, {issuer}
      </p>
      <FileList files={files} />
    </>
  )
}
