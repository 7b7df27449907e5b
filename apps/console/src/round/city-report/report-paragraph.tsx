import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { useId, useState } from "react"
import type { ReportSectionFragment } from "../../__generated__/graphql.ts"
import { indicatorSearch } from "../../indicator/indicator-search.ts"
import { targetKinds } from "../../indicator/target-kind.ts"
import { sectionNumerals, taskSearch } from "../../task/task-search.ts"
import styles from "./city-report.module.css"
import { FigureRows, RowLink } from "./figure-rows.tsx"

type Paragraph = ReportSectionFragment["paragraphs"][number]
type Source = NonNullable<Paragraph["pieces"][number]["source"]>

/** A generated sentence: each figure in it leads to its rows. */
export function ReportParagraph({ paragraph, asOf }: { paragraph: Paragraph; asOf: string }) {
  const { t } = useLingui()
  const { kind, pieces, rowCount } = paragraph
  const [shown, setShown] = useState<number | null>(null)
  const list = useId()
  const words = pieces.map(({ text }) => text).join("")
  if (kind === "SUBHEADING") return <h3 lang="vi">{words}</h3>
  if (kind === "TABLE")
    return (
      <p className={styles.table}>
        {t`Bảng trong báo cáo:`} <span lang="vi">{words}</span> ({t`${rowCount ?? 0} dòng`})
      </p>
    )
  const source = shown === null ? undefined : pieces[shown]?.source
  return (
    <>
      <p lang="vi">
        {pieces.map(({ text, source: from }, place) =>
          from == null || from.count === 0 ? (
            text
          ) : isNameOf(text, from) ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a sentence have one order
            <RowLink key={place} kind={from.kind} row={from.rows[0]} asOf={asOf}>
              {text}
            </RowLink>
          ) : from.filter == null ? (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a sentence have one order
              key={place}
              type="button"
              className={styles.figure}
              aria-expanded={shown === place}
              aria-controls={list}
              data-figure={from.count}
              onClick={() => setShown(shown === place ? null : place)}
            >
              {text}
            </button>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a sentence have one order
            <FigureLink key={place} text={text} source={from} asOf={asOf} />
          ),
        )}
      </p>
      <div id={list}>{source && <FigureRows kind={source.kind} rows={source.rows} asOf={asOf} />}</div>
    </>
  )
}

interface NamedSource extends Source {
  rows: [Source["rows"][number]]
}

/** Whether a figure is no number of rows, but the code of its only row. */
function isNameOf(text: string, source: Source): source is NamedSource {
  const { rows } = source
  return rows.length === 1 && rows[0]?.code === text
}

/** A figure that a register lists, narrowed to its rows as of the day of the report. */
function FigureLink({ text, source, asOf }: { text: string; source: Source; asOf: string }) {
  const { filter, kind, count } = source
  if (filter == null) return text
  if (kind === "INDICATOR") {
    const search = indicatorSearch.write({
      assessment: [...filter.assessment],
      target: targetKinds.filter((each) => each !== "NONE"),
      asOf,
    })
    return (
      <Link to="/chi-tieu" search={search} className={styles.figure} data-figure={count}>
        {text}
      </Link>
    )
  }
  const section = sectionNumerals.filter((numeral) => numeral === filter.section)
  const search = taskSearch.write({
    asOf,
    ...(filter.status.length > 0 && { status: [...filter.status] }),
    ...(section.length > 0 && { section }),
    ...(filter.leadId != null && { lead: [filter.leadId], inherited: true as const }),
  })
  return (
    <Link to="/nhiem-vu" search={search} className={styles.figure} data-figure={count}>
      {text}
    </Link>
  )
}
