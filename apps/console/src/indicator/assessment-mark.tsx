import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import type { AssessmentInput, AssessmentState } from "../__generated__/graphql.ts"
import styles from "./assessment-mark.module.css"

/** The name of each result of an assessment. */
export const assessmentName: Record<AssessmentState, MessageDescriptor> = {
  REACHED: msg`Đạt`,
  EXCEEDED: msg`Vượt`,
  ON_PATH: msg`Đúng lộ trình`,
  BEHIND_PATH: msg`Chậm lộ trình`,
  OFF_PATH: msg`Lệch lộ trình`,
  NO_DATA: msg`Chưa có số liệu`,
  NOT_ASSESSABLE: msg`Không đánh giá được`,
}

export const assessmentStates = Object.keys(assessmentName) as AssessmentState[]

/** What an assessment may lack. */
export const assessmentInputName: Record<AssessmentInput, MessageDescriptor> = {
  OBSERVATION: msg`số liệu đo được`,
  BASELINE: msg`số liệu kỳ gốc`,
  NUMERIC_TARGET: msg`mục tiêu định lượng`,
  JUDGEMENT: msg`đánh giá của người phụ trách`,
  DIRECTIVE: msg`chỉ đạo của cấp có thẩm quyền`,
}

/** A shape for each result, so that none depends on its colour. */
const SHAPE: Record<AssessmentState, ReactNode> = {
  REACHED: <path d="M2.500 8.500l3.500 3.500 7.500-8" />,
  EXCEEDED: <path d="M8 14V2.500M3.500 7 8 2.500 12.500 7M3 14h10" />,
  ON_PATH: <path d="M2 8h11M9 4l4 4-4 4" />,
  BEHIND_PATH: <path d="M2 5l11 5M8.500 11.500 13 10l-1.500-4.500" />,
  OFF_PATH: <path d="M3 3l10 10M13 6.500V13H6.500" />,
  NO_DATA: <circle cx="8" cy="8" r="6" strokeDasharray="2.500 2" />,
  NOT_ASSESSABLE: <path d="M3 8h10" />,
}

/** The result of an assessment by shape, word and colour. */
export function AssessmentMark({ state }: { state: AssessmentState }) {
  const { i18n } = useLingui()
  return (
    <span className={styles.mark} data-state={state}>
      <svg
        viewBox="0 0 16 16"
        width="14"
        height="14"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.700"
        aria-hidden="true"
      >
        {SHAPE[state]}
      </svg>
      {i18n._(assessmentName[state])}
    </span>
  )
}
