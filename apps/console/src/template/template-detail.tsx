import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { useRef } from "react"
import type { TemplateDetailQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { PrintedInstant } from "../calendar/printed-instant.tsx"
import { Absent, Fact, Facts, LinkList, Verbatim } from "../facts/facts.tsx"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { useUnreadTitle } from "../graph/unread-title.ts"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { ActionLink } from "../shell/action-link.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { AskedFacts } from "./asked-facts.tsx"
import styles from "./template.module.css"
import { TemplateTimeline } from "./template-timeline.tsx"

const TemplateDetailDocument = graphql(`
  query TemplateDetail($id: ID!) {
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
        code
        name
      }
    }
  }
`)

const WithdrawReportTemplateDocument = graphql(`
  mutation WithdrawReportTemplate($input: WithdrawReportTemplateInput!) {
    withdrawReportTemplate(input: $input) {
      template {
        id
        withdrawnAt
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

type Template = NonNullable<TemplateDetailQuery["reportTemplate"]>

const route = getRouteApi("/mau-bao-cao/$id")

/** A template: what a round that is filled in from it asks of whom. */
export function TemplateDetail() {
  const { t } = useLingui()
  return (
    <Restricted to="reports:read" title={t`Mẫu báo cáo`}>
      <Found />
    </Restricted>
  )
}

function Found() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(TemplateDetailDocument, { id })
  const unread = useUnreadTitle(answer)
  const template = answer.data?.reportTemplate
  if (template === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={template?.name ?? unread}
      heading={template && <span lang="vi">{template.name}</span>}
      above={<Link to="/mau-bao-cao">{t`Mẫu báo cáo`}</Link>}
    >
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ reportTemplate }) =>
          reportTemplate && (
            <Panel
              title={t`Nội dung của mẫu`}
              beside={reportTemplate.withdrawnAt == null && <TemplateActions template={reportTemplate} />}
            >
              <Facts>
                {reportTemplate.withdrawnAt != null && (
                  <Fact name={t`Rút lúc`}>
                    <PrintedInstant instant={reportTemplate.withdrawnAt} />
                  </Fact>
                )}
                <Fact name={t`Căn cứ, ghi chú`}>
                  {reportTemplate.note ? (
                    <Verbatim>{reportTemplate.note}</Verbatim>
                  ) : (
                    <Absent>{t`chưa ghi`}</Absent>
                  )}
                </Fact>
                <AskedFacts asked={reportTemplate} />
                <Fact name={t`Cơ quan phải báo cáo`}>
                  {reportTemplate.agencies.length === 0 ? (
                    <p>{t`Mọi cơ quan chủ trì nhiệm vụ hoặc chịu trách nhiệm chỉ tiêu`}</p>
                  ) : (
                    <LinkList>
                      {reportTemplate.agencies.map((agency) => (
                        <li key={agency.id}>
                          <Link to="/co-quan/$code" params={{ code: agency.code }} lang="vi">
                            {agency.name}
                          </Link>
                        </li>
                      ))}
                    </LinkList>
                  )}
                </Fact>
                <Fact name={t`Phiên bản`}>{reportTemplate.version}</Fact>
              </Facts>
            </Panel>
          )
        }
      </Answered>
      {template && <TemplateTimeline id={template.id} />}
    </Page>
  )
}

/** What a coordinator does with a template; nothing for everybody else. */
function TemplateActions({ template: { id, version, name } }: { template: Template }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const { change, failure } = useChange(WithdrawReportTemplateDocument, ["reportTemplates", "reportTemplate"])
  if (!useMay("reports:write")) return null
  return (
    <div className={styles.actions}>
      <ActionLink to="/mau-bao-cao/$id/sua" params={{ id }}>{t`Sửa`}</ActionLink>
      <Button variant="default" size="xs" fz="sm" h="2rem" onClick={() => dialog.current?.showModal()}>
        {t`Rút mẫu`}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={t`Rút mẫu “${name}”`}
        reason="NEEDED"
        confirm={t`Rút mẫu`}
        about={{ version }}
        failure={failure}
        send={async (reason, idempotencyKey) =>
          (await change({ input: { id, version, reason, idempotencyKey } }))?.withdrawReportTemplate ?? null
        }
        onDone={() => void navigate({ to: "/mau-bao-cao" })}
      >
        <p>{t`Không lập kỳ báo cáo theo mẫu này được nữa; các kỳ đã lập giữ nguyên.`}</p>
      </ConfirmDialog>
    </div>
  )
}
