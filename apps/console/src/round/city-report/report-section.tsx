import { useId } from "react"
import { type FragmentType, graphql, readFragment } from "../../__generated__/index.ts"
import type { Commentary } from "./ask-commentary.ts"
import styles from "./city-report.module.css"
import { CommentaryEditor } from "./commentary-editor.tsx"
import { CommentaryRead } from "./commentary-read.tsx"
import { ReportParagraph } from "./report-paragraph.tsx"

const ReportSectionDocument = graphql(`
  fragment ReportSection on SynthesisSection {
    key
    heading
    paragraphs {
      kind
      rowCount
      pieces {
        text
        source {
          kind
          count
          filter {
            status
            section
            leadId
            assessment
          }
          rows {
            id
            code
            name
          }
        }
      }
    }
  }
`)

interface ReportSectionProps {
  roundId: string
  /** The day up to which figures are told. */
  asOf: string
  section: FragmentType<typeof ReportSectionDocument>
  /** What people wrote to it; null: nothing yet. */
  commentary: Commentary | null
  writable: boolean
  readAgain: () => Promise<unknown>
}

/** A part of the report: what is generated, which nobody types over, and what people write to it. */
export function ReportSection({
  roundId,
  asOf,
  section,
  commentary,
  writable,
  readAgain,
}: ReportSectionProps) {
  const { key, heading, paragraphs } = readFragment(ReportSectionDocument, section)
  const id = useId()
  return (
    <section
      className={styles.section}
      aria-labelledby={heading == null ? undefined : id}
      data-part={key ?? undefined}
    >
      {heading != null && (
        <h2 id={id} lang="vi">
          {heading}
        </h2>
      )}
      <div className={styles.generated}>
        {paragraphs.map((paragraph, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences of a part have one order
          <ReportParagraph key={place} paragraph={paragraph} asOf={asOf} />
        ))}
      </div>
      {key != null &&
        (writable ? (
          <CommentaryEditor
            roundId={roundId}
            part={key}
            heading={heading ?? null}
            commentary={commentary}
            readAgain={readAgain}
          />
        ) : (
          commentary !== null && <CommentaryRead roundId={roundId} commentary={commentary} />
        ))}
    </section>
  )
}
