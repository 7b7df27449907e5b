import { useLingui } from "@lingui/react/macro"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import styles from "./plan-source.module.css"

const PlanSourceFragment = graphql(`
  fragment PlanSource on SourceReference {
    document
    part
    annex
    row
    line
    lastLine
  }
`)

interface PlanSourceProps {
  source: FragmentType<typeof PlanSourceFragment>
  /** Whether the document is named too. */
  withDocument?: boolean
}

/** Where in the published plan a thing stands. */
export function PlanSource({ source, withDocument = false }: PlanSourceProps) {
  const { t } = useLingui()
  const { document, part, annex, row, line, lastLine } = readFragment(PlanSourceFragment, source)
  const lines = line === lastLine ? t`dòng văn bản ${line}` : t`dòng văn bản ${line}–${lastLine}`
  const place = annex ? t`Phụ lục ${annex}, mục ${row}` : part ? t`Phần ${part}, điểm ${row}` : t`Mục ${row}`
  return (
    <span className={styles.source}>
      {withDocument && <span>{document} · </span>}
      <span>{place}</span> <span className={styles.lines}>({lines})</span>
    </span>
  )
}
