import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import type { ObstacleDetailQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { FileList } from "../evidence/file-list.tsx"
import { Absent, Fact, Facts, LinkList, Verbatim } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useUnreadTitle } from "../graph/unread-title.ts"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { ObstacleActions } from "./obstacle-actions.tsx"
import { obstacleAddresseeName, obstacleCategoryName } from "./obstacle-names.ts"
import { Subject } from "./obstacle-register.tsx"
import { ObstacleDue, ObstacleStateMark } from "./obstacle-state-mark.tsx"
import { ObstacleSteps } from "./obstacle-steps.tsx"
import { ObstacleTimeline } from "./obstacle-timeline.tsx"

const ObstacleDetailDocument = graphql(`
  query ObstacleDetail($id: ID!) {
    obstacle(id: $id) {
      id
      number
      version
      title
      description
      category
      proposal
      addressee
      onBehalf
      state
      stateSince
      dueOn
      overdue
      followedState
      mergedIntoNumber
      possibleActions
      agency {
        id
        code
        name
      }
      addressedAgency {
        id
        name
      }
      task {
        id
        code
        title
      }
      indicator {
        id
        code
      }
      files {
        id
        name
        size
        url
      }
      mergedInto {
        id
      }
      duplicates {
        id
        number
        title
        agency {
          id
          name
        }
      }
      answers {
        ...ObstacleStepFacts
      }
      steps {
        ...ObstacleStepFacts
      }
    }
  }
`)

const route = getRouteApi("/vuong-mac/$id")

/** One obstacle: what stands in the way, how far it has come, and the step that one may take. */
export function ObstacleDetail() {
  const { t } = useLingui()
  return (
    <Restricted to={["obstacles:read", "obstacles:read:own"]} title={t`Vướng mắc`}>
      <ObstacleRead />
    </Restricted>
  )
}

function ObstacleRead() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const answer = useGraph(ObstacleDetailDocument, { id })
  const unread = useUnreadTitle(answer)
  if (answer.data?.obstacle === null && answer.failure === null) return <NotFound />
  const obstacle = answer.data?.obstacle
  return (
    <Page
      title={obstacle ? `VM-${obstacle.number} ${obstacle.title}` : unread}
      above={<Link to="/vuong-mac">{t`Vướng mắc`}</Link>}
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {(data) =>
          data.obstacle && (
            <>
              <ObstacleFacts obstacle={data.obstacle} />
              <ObstacleActions obstacle={data.obstacle} readAgain={answer.readAgain} />
              <Panel title={t`Các bước đã qua`}>
                <ObstacleSteps steps={data.obstacle.steps} />
              </Panel>
            </>
          )
        }
      </Answered>
      {answer.data?.obstacle && <ObstacleTimeline id={answer.data.obstacle.id} />}
    </Page>
  )
}

type Obstacle = NonNullable<ObstacleDetailQuery["obstacle"]>

function ObstacleFacts({ obstacle }: { obstacle: Obstacle }) {
  const { t, i18n } = useLingui()
  return (
    <>
      {obstacle.answers.length > 0 && (
        <Panel title={t`Quyết định và trả lời`}>
          <ObstacleSteps steps={obstacle.answers} />
        </Panel>
      )}
      <Panel title={t`Nội dung`} beside={obstacle.state && <ObstacleStateMark state={obstacle.state} />}>
        <Facts>
          {obstacle.mergedIntoNumber != null && (
            <Fact name={t`Đã gộp vào`}>
              {obstacle.mergedInto ? (
                <Link to="/vuong-mac/$id" params={{ id: obstacle.mergedInto.id }}>
                  VM-{obstacle.mergedIntoNumber}
                </Link>
              ) : (
                <>VM-{obstacle.mergedIntoNumber}</>
              )}{" "}
              <ObstacleStateMark state={obstacle.followedState} />
            </Fact>
          )}
          <Fact name={t`Bước hiện tại từ`}>
            <PrintedDate date={obstacle.stateSince} />
          </Fact>
          {obstacle.dueOn && (
            <Fact name={t`Hạn của bước`}>
              <ObstacleDue dueOn={obstacle.dueOn} overdue={obstacle.overdue} />
            </Fact>
          )}
          <Fact name={t`Cơ quan nêu`}>
            {obstacle.agency === null ? (
              <AgencyName agency={null} />
            ) : (
              <Link to="/co-quan/$code" params={{ code: obstacle.agency.code }} lang="vi">
                {obstacle.agency.name}
              </Link>
            )}{" "}
            {obstacle.onBehalf && <Absent>{t`do điều phối viên ghi thay`}</Absent>}
          </Fact>
          <Fact name={t`Gắn với`}>
            <Subject task={obstacle.task} indicator={obstacle.indicator} />
            {obstacle.task && <span lang="vi">: {obstacle.task.title}</span>}
          </Fact>
          <Fact name={t`Loại`}>{i18n._(obstacleCategoryName[obstacle.category])}</Fact>
          <Fact name={t`Nội dung`}>
            <Verbatim>{obstacle.description}</Verbatim>
          </Fact>
          <Fact name={t`Kiến nghị`}>
            <Verbatim>{obstacle.proposal}</Verbatim>
          </Fact>
          <Fact name={t`Kiến nghị với`}>
            {obstacle.addressedAgency ? (
              <span lang="vi">{obstacle.addressedAgency.name}</span>
            ) : (
              i18n._(obstacleAddresseeName[obstacle.addressee])
            )}
          </Fact>
          {obstacle.files.length > 0 && (
            <Fact name={t`Tệp minh chứng`}>
              <FileList files={obstacle.files} />
            </Fact>
          )}
        </Facts>
      </Panel>
      {obstacle.duplicates.length > 0 && (
        <Panel title={t`Đã gộp vào đây`} note={t`Câu trả lời gửi cho mọi cơ quan đã nêu.`}>
          <LinkList>
            {obstacle.duplicates.map((duplicate) => (
              <li key={duplicate.id}>
                <Link to="/vuong-mac/$id" params={{ id: duplicate.id }} lang="vi">
                  VM-{duplicate.number} {duplicate.title}
                </Link>
                <AgencyName agency={duplicate.agency} />
              </li>
            ))}
          </LinkList>
        </Panel>
      )}
    </>
  )
}
