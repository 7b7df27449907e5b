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
  const answer = useGraph(RoundFiguresDocument, { id })
  const figures = answer.data?.round?.figures
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
                  })),
                  { key: "city", name: <strong>{t`Toàn Thành phố`}</strong>, tally: round.figures.city },
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
