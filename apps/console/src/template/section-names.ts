import { useLingui } from "@lingui/react/macro"
import { graphql } from "../__generated__/index.ts"
import { useGraph } from "../graph/ask-graph.ts"
import { sectionNumerals } from "../task/task-search.ts"

const PlanSectionNamesDocument = graphql(`
  query PlanSectionNames {
    plans {
      id
      sections {
        id
        numeral
        title
      }
    }
  }
`)

/** The sections of the plan by numeral, each with its title; the numeral alone until titles have come. */
export function useSectionNames(): Record<(typeof sectionNumerals)[number], string> {
  const { t } = useLingui()
  const { data } = useGraph(PlanSectionNamesDocument, {})
  const titles = new Map(
    data?.plans.flatMap(({ sections }) => sections.map(({ numeral, title }) => [numeral, title])),
  )
  return Object.fromEntries(
    sectionNumerals.map((numeral) => {
      const title = titles.get(numeral)
      return [numeral, title === undefined ? t`Nhóm ${numeral}` : `${numeral}. ${title}`]
    }),
  ) as Record<(typeof sectionNumerals)[number], string>
}
