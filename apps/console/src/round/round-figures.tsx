import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { graphql } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { AsOf } from "../calendar/as-of.tsx"
import { PrintedInstant } from "../calendar/printed-instant.tsx"
import { Fact, Facts } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { DownloadButton } from "../graph/download-button.tsx"
import { useMay } from "../session/permission.ts"
import { ActionLink } from "../shell/action-link.tsx"
import { Panel } from "../shell/page.tsx"
import styles from "./round.module.css"
import { TallyTable } from "./tally-table.tsx"

const RoundFiguresDocument = graphql(`
  query RoundFigures($id: ID!) {
    round(id: $id) {
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

const RoundWordDocument = graphql(`
  query RoundWord($id: ID!) {
    round(id: $id) {
      id
      synthesis {
        word {
          name
          mediaType
          base64
        }
      }
    }
  }
`)

const RoundWorkbookDocument = graphql(`
  query RoundWorkbook($id: ID!) {
    round(id: $id) {
      id
      synthesis {
        workbook {
          name
          mediaType
          base64
        }
      }
    }
  }
`)

const RoundSealDocument = graphql(`
  query RoundSeal($id: ID!) {
    round(id: $id) {
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
        <DownloadButton
          document={RoundWordDocument}
          variables={{ id }}
          fileOf={({ round }) => round?.synthesis?.word}
        >
          {t`Tải báo cáo (Word)`}
        </DownloadButton>
        <DownloadButton
          document={RoundWorkbookDocument}
          variables={{ id }}
          fileOf={({ round }) => round?.synthesis?.workbook}
        >
          {t`Tải phụ lục (Excel)`}
        </DownloadButton>
      </div>
      {locked && <Seal id={id} />}
    </div>
  )
}

function Seal({ id }: { id: string }) {
  const { t } = useLingui()
  const answer = useGraph(RoundSealDocument, { id })
  return (
    <Answered answer={answer} waiting={<Skeleton height={40} />}>
      {({ round }) =>
        round?.synthesis?.sha256 && (
          <Facts>
            <Fact name={t`Khóa lúc`}>
              {round.synthesis.frozenAt && <PrintedInstant instant={round.synthesis.frozenAt} />}
            </Fact>
            <Fact name={t`Mã băm nội dung (SHA-256)`}>
              <code className={styles.hash}>{round.synthesis.sha256}</code>
            </Fact>
          </Facts>
        )
      }
    </Answered>
  )
}
