import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import { useRef } from "react"
import { graphql } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Absent, Fact, Facts } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useUnreadTitle } from "../graph/unread-title.ts"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { roleName } from "../session/role-name.ts"
import { ActionLink } from "../shell/action-link.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { AssignmentState } from "./assignment-state.tsx"
import { AssignmentTimeline } from "./assignment-timeline.tsx"
import { EndDialog } from "./end-dialog.tsx"

const AssignmentDetailDocument = graphql(`
  query AssignmentDetail($id: ID!) {
    assignment(id: $id) {
      id
      version
      name
      email
      subject
      role
      agency {
        id
        code
        name
      }
      validFrom
      validTo
      active
      note
    }
  }
`)

const route = getRouteApi("/phan-cong/$id")

/** One assignment, as recorded. */
export function AssignmentDetail() {
  const { t } = useLingui()
  return (
    <Restricted to="assignments:read" title={t`Phân công`}>
      <Assignment />
    </Restricted>
  )
}

function Assignment() {
  const { t, i18n } = useLingui()
  const { id } = route.useParams()
  const mayChange = useMay("assignments:write")
  const ending = useRef<HTMLDialogElement>(null)
  const answer = useGraph(AssignmentDetailDocument, { id })
  const unread = useUnreadTitle(answer)
  const found = answer.data?.assignment
  if (found === null && answer.failure === null) return <NotFound />
  const unknown = <Absent>{t`chưa ghi`}</Absent>
  return (
    <Page
      title={found?.name ?? unread}
      above={<Link to="/phan-cong">{t`Phân công`}</Link>}
      beside={found && <AssignmentState active={found.active} />}
    >
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ assignment }) =>
          assignment && (
            <>
              <Panel
                title={t`Thông tin đã ghi`}
                beside={
                  mayChange && (
                    <>
                      <ActionLink to="/phan-cong/$id/sua" params={{ id }}>{t`Sửa`}</ActionLink>{" "}
                      <Button variant="default" size="xs" onClick={() => ending.current?.showModal()}>
                        {t`Kết thúc`}
                      </Button>
                    </>
                  )
                }
              >
                <Facts>
                  <Fact name={t`Vai trò`}>{i18n._(roleName[assignment.role])}</Fact>
                  <Fact name={t`Cơ quan`}>
                    {assignment.agency ? (
                      <Link to="/co-quan/$code" params={{ code: assignment.agency.code }} lang="vi">
                        {assignment.agency.name}
                      </Link>
                    ) : (
                      <Absent>{t`vai trò này không gắn với cơ quan`}</Absent>
                    )}
                  </Fact>
                  <Fact name={t`Thư điện tử`}>{assignment.email ?? unknown}</Fact>
                  <Fact name={t`Mã người dùng ở nơi cấp tài khoản`}>{assignment.subject ?? unknown}</Fact>
                  <Fact name={t`Từ ngày`}>
                    <PrintedDate date={assignment.validFrom} />
                  </Fact>
                  <Fact name={t`Đến hết ngày`}>
                    {assignment.validTo ? (
                      <PrintedDate date={assignment.validTo} />
                    ) : (
                      <Absent>{t`chưa định`}</Absent>
                    )}
                  </Fact>
                  <Fact name={t`Ghi chú`}>{assignment.note ?? unknown}</Fact>
                </Facts>
              </Panel>
              <EndDialog dialog={ending} assignment={assignment} />
            </>
          )
        }
      </Answered>
      {answer.data?.assignment && <AssignmentTimeline id={answer.data.assignment.id} />}
    </Page>
  )
}
