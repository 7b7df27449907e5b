import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { IndicatorOrderField, type IndicatorRowFragment } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { daySearch } from "../calendar/day-search.ts"
import { Absent } from "../facts/facts.tsx"
import type { Column } from "../register/register.tsx"
import { PlanSource } from "../source/plan-source.tsx"
import { AssessmentMark } from "./assessment-mark.tsx"
import { FigureWords } from "./figure-words.tsx"
import styles from "./indicator.module.css"
import { periodWords } from "./period-words.ts"
import { TargetWords } from "./target-words.tsx"

const IndicatorRowDocument = graphql(`
  fragment IndicatorRow on Indicator {
    id
    code
    name
    leadText
    horizonYear
    parent {
      id
      code
      name
    }
    ...TargetWords
    unit
    measure
    assessment(asOf: $asOf) {
      state
      observation {
        id
        periodKey
        value
        provisional
      }
    }
    source {
      ...PlanSource
    }
  }
`)

/** An indicator as a list of the graph holds it. */
export type IndicatorRowData = { id: string } & FragmentType<typeof IndicatorRowDocument>

/**
 * The columns of every list of indicators.
 * @param asOf the day of which the list tells; today when absent
 */
export function useIndicatorColumns(asOf?: string): Column<IndicatorRowData, IndicatorOrderField>[] {
  const { t } = useLingui()
  const read = (row: IndicatorRowData) => readFragment(IndicatorRowDocument, row)
  return [
    {
      key: "code",
      heading: t`Số`,
      width: "4.25rem",
      sortField: IndicatorOrderField.PlanOrder,
      cell: (row) => <strong>{read(row).code}</strong>,
    },
    {
      key: "name",
      heading: t`Chỉ tiêu`,
      sortField: IndicatorOrderField.Name,
      cell: (row) => {
        const { code, name, parent } = read(row)
        return (
          <>
            <Link
              to="/chi-tieu/$code"
              params={{ code }}
              search={daySearch.write({ asOf })}
              className={styles.name}
              lang="vi"
              data-row-link
            >
              {name}
            </Link>
            {parent && (
              <span className={styles.parent}>
                {t`Thuộc chỉ tiêu ${parent.code}`} · <span lang="vi">{parent.name}</span>
              </span>
            )}
          </>
        )
      },
    },
    {
      key: "target",
      heading: t`Mục tiêu`,
      width: "18%",
      cell: (row) => <TargetWords indicator={read(row)} />,
    },
    {
      key: "horizon",
      heading: t`Đến năm`,
      width: "6.5rem",
      sortField: IndicatorOrderField.Horizon,
      cell: (row) => read(row).horizonYear,
    },
    {
      key: "lead",
      heading: t`Chủ trì theo dõi`,
      width: "15%",
      lang: "vi",
      cell: (row) => read(row).leadText,
    },
    {
      key: "last",
      heading: t`Số liệu gần nhất`,
      width: "9rem",
      cell: (row) => <LastFigure row={read(row)} />,
    },
    {
      key: "assessment",
      heading: t`Đánh giá`,
      width: "11rem",
      cell: (row) => <AssessmentMark state={read(row).assessment.state} />,
    },
    {
      key: "source",
      heading: t`Vị trí trong Kế hoạch`,
      width: "11.5rem",
      cell: (row) => <PlanSource source={read(row).source} />,
    },
  ]
}

/** What was last observed: the figure, its period, and whether it is provisional. */
function LastFigure({ row }: { row: IndicatorRowFragment }) {
  const { t, i18n } = useLingui()
  const { measure, unit, assessment } = row
  const { observation } = assessment
  if (observation == null) return <Absent>{t`chưa có`}</Absent>
  return (
    <>
      <FigureWords value={observation.value} measure={measure} unit={unit} />
      <span className={styles.parent}>
        {observation.periodKey && i18n._(periodWords(observation.periodKey))}
        {observation.provisional && <> · {t`tạm tính`}</>}
      </span>
    </>
  )
}
