import { useLingui } from "@lingui/react/macro"
import { useDeferredValue } from "react"
import { useFormContext } from "react-hook-form"
import type { TemplatesToPickQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { PickField } from "../form/pick-field.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import type { RoundTyped } from "../round/round-form.ts"
import { type AskedTyped, askedTypedOf } from "./asked-form.ts"

const TemplatesToPickDocument = graphql(`
  query TemplatesToPick($filter: ReportTemplateFilter) {
    reportTemplates(filter: $filter, first: 30) {
      edges {
        node {
          id
          name
          version
          itemKinds
          sections
          questions
          agencies {
            id
            name
          }
        }
      }
    }
  }
`)

type Template = TemplatesToPickQuery["reportTemplates"]["edges"][number]["node"]

/** The templates whose names hold the words. */
function useTemplatesFound(words: string): readonly Template[] | undefined {
  const text = useDeferredValue(words.trim())
  const { data } = useGraph(TemplatesToPickDocument, { filter: text === "" ? null : { text } })
  return data?.reportTemplates.edges.map(({ node }) => node)
}

/** The template that a round is filled in from: choosing it fills in what is asked of whom, which can then be changed. */
export function TemplateChoice() {
  const { t } = useLingui()
  const { setValue } = useFormContext<RoundTyped>()
  const fillIn = (template: Template | null) => {
    const chosen = template && { id: template.id, name: template.name, version: template.version }
    setValue("template", chosen, { shouldDirty: true })
    if (template === null) return
    const asked = askedTypedOf(template)
    for (const field of Object.keys(asked) as (keyof AskedTyped)[])
      setValue(field, asked[field], { shouldDirty: true, shouldValidate: field === "questions" })
  }
  return (
    <PickField<RoundTyped, Template>
      name="template"
      label={t`Mẫu báo cáo (nếu có)`}
      description={t`Chọn mẫu thì phạm vi, câu hỏi và cơ quan được điền theo mẫu; sau đó vẫn sửa được`}
      useFound={useTemplatesFound}
      take={fillIn}
    />
  )
}
