import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { TemplateToChangeQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { ChangeForm } from "../form/change-form.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { Notice } from "../notice/notice.tsx"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page } from "../shell/page.tsx"
import { askedTypedOf } from "./asked-form.ts"
import { TemplateFields } from "./template-fields.tsx"
import { templateForm } from "./template-form.ts"

const TemplateToChangeDocument = graphql(`
  query TemplateToChange($id: ID!) {
    reportTemplate(id: $id) {
      id
      version
      name
      note
      itemKinds
      sections
      questions
      withdrawnAt
      agencies {
        id
        name
      }
    }
  }
`)

const UpdateReportTemplateDocument = graphql(`
  mutation UpdateReportTemplate($input: UpdateReportTemplateInput!) {
    updateReportTemplate(input: $input) {
      template {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Template = NonNullable<TemplateToChangeQuery["reportTemplate"]>

const route = getRouteApi("/mau-bao-cao/$id/sua")

/** Changes what is recorded of a template; rounds that were filled in from it stay as they are. */
export function TemplateChange() {
  const { t } = useLingui()
  return (
    <Restricted to="reports:write" title={t`Sửa mẫu báo cáo`}>
      <TemplateToChange />
    </Restricted>
  )
}

function TemplateToChange() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(TemplateToChangeDocument, { id })
  if (answer.data?.reportTemplate === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={t`Sửa mẫu báo cáo`}
      above={
        <Link to="/mau-bao-cao/$id" params={{ id }}>
          {answer.data?.reportTemplate?.name ?? t`Mẫu báo cáo`}
        </Link>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ reportTemplate }) =>
          reportTemplate &&
          (reportTemplate.withdrawnAt == null ? (
            <TemplateChanging template={reportTemplate} readAgain={answer.readAgain} />
          ) : (
            <Notice tone="information" title={t`Mẫu báo cáo đã rút nên không sửa được nữa`}>
              <p>
                <Link to="/mau-bao-cao/$id" params={{ id }}>{t`Xem mẫu báo cáo`}</Link>
              </p>
            </Notice>
          ))
        }
      </Answered>
    </Page>
  )
}

function TemplateChanging({
  template,
  readAgain,
}: {
  template: Template
  readAgain: () => Promise<unknown>
}) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version, name, note } = template
  const { change, failure } = useChange(UpdateReportTemplateDocument, ["reportTemplates", "reportTemplate"])
  const back = { to: "/mau-bao-cao/$id", params: { id } } as const
  return (
    <ChangeForm
      name={`report-template/${id}`}
      schema={templateForm}
      standing={{ name, note: note ?? "", ...askedTypedOf(template), reason: "" }}
      failure={failure}
      readAgain={readAgain}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } }))?.updateReportTemplate ?? null
      }
      onDone={() => void navigate(back)}
      cancel={<Link {...back}>{t`Thôi`}</Link>}
    >
      <TemplateFields />
    </ChangeForm>
  )
}
