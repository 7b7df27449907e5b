import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { graphql } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { AsOf } from "../calendar/as-of.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useMay } from "../session/permission.ts"
import { ActionLink } from "../shell/action-link.tsx"
import { Panel } from "../shell/page.tsx"
import { sectionNumerals, type TaskSearchValues } from "../task/task-search.ts"
import { ReportDownloads } from "./city-report/report-downloads.tsx"
import { ReportSeal } from "./city-report/report-seal.tsx"
import styles from "./round.module.css"
import { TallyTable } from "./tally-table.tsx"

const RoundFiguresDocument = graphql(`
  query RoundFigures($id: ID!) {
    round: reportingRound(id: $id) {
      id
      figures {
        asOf
        city {
          ...TallyRow
        }
        bySection {
          numeral
          title
          tally {
            ...TallyRow
          }
        }
        byAgency {
          agency {
            id
            code
            name
            successions {
              on
            }
          }
          tally {
            ...TallyRow
          }
        }
        withoutAgency {
          ...TallyRow
        }
        countedAgain {
          ...TallyRow
        }
      }
    }
  }
`)

const RoundSealDocument = graphql(`
  query RoundSeal($id: ID!) {
    round: reportingRound(id: $id) {
      id
      synthesis {
        sha256
        frozenAt
      }
    }
  }
`)

/** The official tallies of a round, and the City's report that is written from them. */
export function RoundFigures({ id, locked }: { id: string; locked: boolean }) {
  const { t } = useLingui()
  const reads = useMay("reports:read")
  const readsTasks = useMay("progress:read")
  const answer = useGraph(RoundFiguresDocument, { id })
  const figures = answer.data?.round?.figures
  // To anybody else the register counts what was published of tasks
  const listedAsOf = readsTasks ? figures?.asOf : undefined
  if (answer.data && answer.failure === null && figures == null) return null
  return (
    <Panel title={t`Số liệu của kỳ`} beside={figures && <AsOf date={figures.asOf} />}>
      <Answered answer={answer} waiting={<Skeleton height={240} />}>
        {({ round }) =>
          round?.figures && (
            <>
              <TallyTable
                caption={t`Số nhiệm vụ theo phần của Kế hoạch`}
                heading={t`Phần của Kế hoạch`}
                rows={[
                  ...round.figures.bySection.map(({ numeral, title, tally }) => ({
                    key: numeral,
                    name: (
                      <span lang="vi">
                        {numeral}. {title}
                      </span>
                    ),
                    tally,
                    search: ofSection(numeral, listedAsOf),
                  })),
                  {
                    key: "city",
                    name: <strong>{t`Toàn Thành phố`}</strong>,
                    tally: round.figures.city,
                    search: listedAsOf === undefined ? undefined : { asOf: listedAsOf },
                  },
                ]}
              />
              <details className={styles.byAgency}>
                <summary>{t`Theo cơ quan chủ trì (${round.figures.byAgency.length})`}</summary>
                <TallyTable
                  caption={t`Số nhiệm vụ theo cơ quan chủ trì`}
                  heading={t`Cơ quan chủ trì`}
                  rows={[
                    ...round.figures.byAgency.map(({ agency, tally }, place) => ({
                      key: agency?.id ?? String(place),
                      name: (
                        <span lang="vi">
                          <AgencyName agency={agency ?? null} />
                        </span>
                      ),
                      tally,
                      search: ofLead(agency, listedAsOf),
                    })),
                    {
                      key: "without",
                      name: t`Giao chung, không nêu tên cơ quan`,
                      tally: round.figures.withoutAgency,
                    },
                    {
                      key: "again",
                      name: t`Trừ nhiệm vụ đồng chủ trì được tính nhiều lần`,
                      tally: round.figures.countedAgain,
                    },
                    { key: "city", name: <strong>{t`Toàn Thành phố`}</strong>, tally: round.figures.city },
                  ]}
                />
              </details>
            </>
          )
        }
      </Answered>
      {reads && <Synthesis id={id} locked={locked} />}
    </Panel>
  )
}

/** What shows the tasks of a section in the register, as of a day; undefined: nothing does. */
function ofSection(numeral: string, asOf: string | undefined): TaskSearchValues | undefined {
  const section = sectionNumerals.filter((each) => each === numeral)
  return asOf === undefined || section.length === 0 ? undefined : { asOf, section }
}

interface Lead {
  id: string
  successions: readonly { on: string }[]
}

/**
 * What shows the tasks that an agency led on a day. The register tells what it took over up to now: of one that has since
 * followed, or been followed, it would tell others.
 */
function ofLead(agency: Lead | null | undefined, asOf: string | undefined): TaskSearchValues | undefined {
  if (agency == null || asOf === undefined || agency.successions.some(({ on }) => on > asOf)) return undefined
  return { asOf, lead: [agency.id], inherited: true }
}

/** The City's report as files; of a locked round also what shows that it is the one. */
function Synthesis({ id, locked }: { id: string; locked: boolean }) {
  const { t } = useLingui()
  return (
    <div className={styles.synthesis}>
      <p>
        {locked
          ? t`Báo cáo của Thành phố được lập từ số liệu đã khóa, không đổi theo những gì ghi về sau.`
          : t`Bản dự thảo báo cáo của Thành phố, lập từ số liệu hiện có và các báo cáo đã tiếp nhận.`}
      </p>
      <div className={styles.actions}>
        <ActionLink to="/ky-bao-cao/$id/bao-cao" params={{ id }}>
          {t`Xem và viết báo cáo`}
        </ActionLink>
        <ReportDownloads id={id} />
      </div>
      {locked && <Seal id={id} />}
    </div>
  )
}

function Seal({ id }: { id: string }) {
  const answer = useGraph(RoundSealDocument, { id })
  return (
    <Answered answer={answer} waiting={<Skeleton height={40} />}>
      {({ round }) =>
        round?.synthesis?.sha256 && (
          <ReportSeal sha256={round.synthesis.sha256} frozenAt={round.synthesis.frozenAt ?? null} />
        )
      }
    </Answered>
  )
}
