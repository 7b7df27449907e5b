import { useLingui } from "@lingui/react/macro"
import { Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { useDraftedForm } from "../form/drafted-form.ts"
import { RecordForm } from "../form/record-form.tsx"
import { useChange } from "../graph/change-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page } from "../shell/page.tsx"
import { TemplateFields } from "./template-fields.tsx"
import { EMPTY_TEMPLATE, templateForm } from "./template-form.ts"

const CreateReportTemplateDocument = graphql(`
  mutation CreateReportTemplate($input: CreateReportTemplateInput!) {
    createReportTemplate(input: $input) {
      template {
        id
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** Records a template that rounds are filled in from. */
export function NewTemplate() {
  const { t } = useLingui()
  const title = t`Lập mẫu báo cáo`
  return (
    <Restricted to="reports:write" title={title}>
      <Page title={title} above={<Link to="/mau-bao-cao">{t`Mẫu báo cáo`}</Link>}>
        <Recording />
      </Page>
    </Restricted>
  )
}

function Recording() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const drafted = useDraftedForm("report-template/new", templateForm, EMPTY_TEMPLATE)
  const { change, failure } = useChange(CreateReportTemplateDocument, ["reportTemplates"])
  return (
    <RecordForm
      drafted={drafted}
      failure={failure}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, idempotencyKey } }))?.createReportTemplate ?? null
      }
      onDone={({ template }) =>
        void navigate(
          template ? { to: "/mau-bao-cao/$id", params: { id: template.id } } : { to: "/mau-bao-cao" },
        )
      }
      submit={t`Lập mẫu`}
      cancel={<Link to="/mau-bao-cao">{t`Thôi`}</Link>}
    >
      <TemplateFields />
    </RecordForm>
  )
}
