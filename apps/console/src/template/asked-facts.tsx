import { useLingui } from "@lingui/react/macro"
import type { PlanItemKind } from "../__generated__/graphql.ts"
import { Absent, Fact } from "../facts/facts.tsx"
import { sectionNumerals } from "../task/task-search.ts"
import { useSectionNames } from "./section-names.ts"
import styles from "./template.module.css"

interface AskedFactsProps {
  asked: {
    itemKinds: readonly PlanItemKind[]
    sections: readonly string[]
    /** undefined: the viewer is not told whether there are any. */
    questions: string | null | undefined
  }
}

/** What is asked, in words: which lines of the plan, and which questions. */
export function AskedFacts({ asked: { itemKinds, sections, questions } }: AskedFactsProps) {
  const { t } = useLingui()
  const names = useSectionNames()
  const chosen = sectionNumerals.filter((numeral) => sections.includes(numeral))
  const asked = (questions ?? "").split("\n").filter((question) => question.trim() !== "")
  return (
    <>
      <Fact name={t`Báo cáo từng dòng`}>
        {itemKinds.length === 0 && <Absent>{t`không, chỉ hỏi các câu hỏi`}</Absent>}
        {itemKinds.includes("TASK") && (
          <p>{chosen.length === 0 ? t`Mọi nhiệm vụ` : t`Nhiệm vụ của các nhóm:`}</p>
        )}
        {chosen.length > 0 && (
          <ul className={styles.list} lang="vi">
            {chosen.map((numeral) => (
              <li key={numeral}>{names[numeral]}</li>
            ))}
          </ul>
        )}
        {itemKinds.includes("INDICATOR") && <p>{t`Mọi chỉ tiêu`}</p>}
      </Fact>
      {questions !== undefined && (
        <Fact name={t`Câu hỏi`}>
          {asked.length === 0 ? (
            <Absent>{t`không có`}</Absent>
          ) : (
            <ol className={styles.list} lang="vi">
              {asked.map((question, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: questions of a text have one order
                <li key={place}>{question}</li>
              ))}
            </ol>
          )}
        </Fact>
      )}
    </>
  )
}
