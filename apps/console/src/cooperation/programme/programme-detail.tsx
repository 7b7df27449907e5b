import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link } from "@tanstack/react-router"
import { graphql } from "../../__generated__/index.ts"
import { Absent, Fact, Facts, LinkList } from "../../facts/facts.tsx"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { NotFound } from "../../shell/not-found.tsx"
import { Panel } from "../../shell/page.tsx"
import { PlanSource } from "../../source/plan-source.tsx"
import { themeName } from "../cooperation-names.ts"
import { CooperationPage } from "../cooperation-page.tsx"
import { ProgrammeTimeline } from "./programme-timeline.tsx"

const ProgrammeDetailDocument = graphql(`
  query ProgrammeDetail($code: String!) {
    cooperationProgramme(code: $code) {
      id
      code
      title
      kind
      theme
      source {
        row
        ...PlanSource
      }
      agreements(first: 20) {
        totalCount
        edges {
          node {
            id
            title
          }
        }
      }
      activities(first: 20) {
        totalCount
        edges {
          node {
            id
            title
          }
        }
      }
    }
  }
`)

const route = getRouteApi("/hop-tac/chuong-trinh/$code")

/** One programme: what the plan says, and what has been done under it. */
export function ProgrammeDetail() {
  const { t, i18n } = useLingui()
  const { code } = route.useParams()
  const answer = useGraph(ProgrammeDetailDocument, { code })
  if (answer.data?.cooperationProgramme === null && answer.failure === null) return <NotFound />
  const programme = answer.data?.cooperationProgramme
  const row = programme?.source.row
  const title =
    programme == null
      ? t`Chương trình hợp tác`
      : programme.kind === "TASK"
        ? t`Chương trình theo nhiệm vụ ${row}`
        : t`Chương trình theo giải pháp ${row}`
  return (
    <CooperationPage title={title}>
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {() =>
          programme && (
            <Panel title={<span lang="vi">{programme.title}</span>}>
              <Facts>
                <Fact name={t`Chủ đề`}>{i18n._(themeName[programme.theme])}</Fact>
                <Fact name={t`Dạng`}>
                  {programme.kind === "TASK" ? t`Nhiệm vụ của Phụ lục II` : t`Giải pháp của Phần II`}
                </Fact>
                <Fact name={t`Vị trí trong Kế hoạch`}>
                  <PlanSource source={programme.source} withDocument />
                </Fact>
                <Fact name={t`Thỏa thuận`}>
                  {programme.agreements.totalCount === 0 ? (
                    <Absent>{t`chưa ghi nhận thỏa thuận nào`}</Absent>
                  ) : (
                    <LinkList>
                      {programme.agreements.edges.map(({ node }) => (
                        <li key={node.id}>
                          <Link to="/hop-tac/thoa-thuan/$id" params={{ id: node.id }}>
                            {node.title}
                          </Link>
                        </li>
                      ))}
                    </LinkList>
                  )}
                </Fact>
                <Fact name={t`Hoạt động`}>
                  {programme.activities.totalCount === 0 ? (
                    <Absent>{t`chưa ghi nhận hoạt động nào`}</Absent>
                  ) : (
                    <LinkList>
                      {programme.activities.edges.map(({ node }) => (
                        <li key={node.id}>
                          <Link to="/hop-tac/hoat-dong/$id" params={{ id: node.id }}>
                            {node.title}
                          </Link>
                        </li>
                      ))}
                    </LinkList>
                  )}
                </Fact>
              </Facts>
            </Panel>
          )
        }
      </Answered>
      <ProgrammeLinks code={code} />
      {answer.data?.cooperationProgramme && <ProgrammeTimeline id={answer.data.cooperationProgramme.id} />}
    </CooperationPage>
  )
}

const ProgrammeLinksDocument = graphql(`
  query ProgrammeLinks($code: String!) {
    cooperationProgramme(code: $code) {
      id
      task {
        id
        code
        title
      }
      measure {
        id
        number
        text
      }
      leads {
        id
        code
        name
      }
      relatedTasks {
        id
        code
        title
      }
      relatedIndicators {
        id
        code
        name
      }
    }
  }
`)

/** What a programme touches in the other parts of the graph; asked apart, so that it stands without them. */
function ProgrammeLinks({ code }: { code: string }) {
  const { t } = useLingui()
  const answer = useGraph(ProgrammeLinksDocument, { code })
  return (
    <Panel title={t`Liên quan`}>
      <Answered answer={answer} waiting={<Skeleton height={160} />}>
        {({ cooperationProgramme: programme }) =>
          programme && (
            <Facts>
              {programme.measure && (
                <Fact name={t`Giải pháp ${programme.measure.number}`}>
                  <span lang="vi">{programme.measure.text}</span>
                </Fact>
              )}
              <Fact name={t`Chủ trì`}>
                {programme.leads.length === 0 ? (
                  <Absent>{t`Kế hoạch không nêu`}</Absent>
                ) : (
                  <LinkList>
                    {programme.leads.map((agency) => (
                      <li key={agency.id}>
                        <Link to="/co-quan/$code" params={{ code: agency.code }} lang="vi">
                          {agency.name}
                        </Link>
                      </li>
                    ))}
                  </LinkList>
                )}
              </Fact>
              <Fact name={t`Nhiệm vụ`}>
                <LinkList>
                  {[programme.task ?? [], programme.relatedTasks].flat().map((task) => (
                    <li key={task.id}>
                      <Link to="/nhiem-vu/$code" params={{ code: task.code }} lang="vi">
                        {task.code}. {task.title}
                      </Link>
                    </li>
                  ))}
                </LinkList>
              </Fact>
              <Fact name={t`Chỉ tiêu`}>
                {programme.relatedIndicators.length === 0 ? (
                  <Absent>{t`không có`}</Absent>
                ) : (
                  <LinkList>
                    {programme.relatedIndicators.map((indicator) => (
                      <li key={indicator.id}>
                        <Link to="/chi-tieu/$code" params={{ code: indicator.code }} lang="vi">
                          {indicator.code}. {indicator.name}
                        </Link>
                      </li>
                    ))}
                  </LinkList>
                )}
              </Fact>
            </Facts>
          )
        }
      </Answered>
    </Panel>
  )
}
