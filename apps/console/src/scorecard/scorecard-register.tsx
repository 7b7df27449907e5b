import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { ScorecardOrder, ScorecardRegisterQuery } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { FilterBar } from "../filter/filter-bar.tsx"
import { PrintButton } from "../filter/print-button.tsx"
import { SearchBox } from "../filter/search-box.tsx"
import { DownloadButton } from "../graph/download-button.tsx"
import { useNames } from "../language/use-names.ts"
import { useRegister } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { ActionLink } from "../shell/action-link.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { CountedFrom } from "./counted-from.tsx"
import { PeriodChoice } from "./period-choice.tsx"
import {
  columnName,
  columnsOf,
  type ShownCriterion,
  scorecardKindName,
  scorecardKinds,
} from "./score-names.ts"
import { ComparedValue, Points } from "./score-value.tsx"
import styles from "./scorecard.module.css"
import { cardSearch, type ScorecardSearchValues, scorecardSearch, sourceOf } from "./scorecard-search.ts"
import { ScorecardTimeline } from "./scorecard-timeline.tsx"

const ScorecardLineFragment = graphql(`
  fragment ScorecardLine on Scorecard {
    kind
    subjectId
    agencyName
    person {
      id
      name
    }
    figures {
      criterion {
        code
        measure
      }
      value
      before
    }
    composite {
      points
    }
    compositeBefore {
      points
    }
  }
`)

const ScorecardRegisterDocument = graphql(`
  query ScorecardRegister(
    $from: Date!
    $to: Date!
    $freeze: ID!
    $kept: Boolean!
    $filter: ScorecardFilter
    $orderBy: ScorecardOrder
    $first: Int
    $after: String
  ) {
    scorecards(from: $from, to: $to) @skip(if: $kept) {
      ...CountedFrom
      method {
        number
        weights {
          criterion
        }
      }
      cards(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...ScorecardLine
          }
        }
      }
    }
    scorecardFreeze(id: $freeze) @include(if: $kept) {
      id
      scorecards {
        ...CountedFrom
        method {
          number
          weights {
            criterion
          }
        }
        cards(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              ...ScorecardLine
            }
          }
        }
      }
    }
  }
`)

const ScorecardsWordDocument = graphql(`
  query ScorecardsWord($from: Date!, $to: Date!, $freeze: ID!, $kept: Boolean!, $kind: ScorecardKind!) {
    scorecards(from: $from, to: $to) @skip(if: $kept) {
      word(kind: $kind) {
        name
        mediaType
        base64
      }
    }
    scorecardFreeze(id: $freeze) @include(if: $kept) {
      id
      scorecards {
        word(kind: $kind) {
          name
          mediaType
          base64
        }
      }
    }
  }
`)

const ScorecardsWorkbookDocument = graphql(`
  query ScorecardsWorkbook($from: Date!, $to: Date!, $freeze: ID!, $kept: Boolean!, $kind: ScorecardKind!) {
    scorecards(from: $from, to: $to) @skip(if: $kept) {
      workbook(kind: $kind) {
        name
        mediaType
        base64
      }
    }
    scorecardFreeze(id: $freeze) @include(if: $kept) {
      id
      scorecards {
        workbook(kind: $kind) {
          name
          mediaType
          base64
        }
      }
    }
  }
`)

type Row = { id: string } & FragmentType<typeof ScorecardLineFragment>
type Ordered = ShownCriterion | "COMPOSITE"

const route = getRouteApi("/danh-gia")
const scorecardsIn = (data: ScorecardRegisterQuery) => data.scorecards ?? data.scorecardFreeze?.scorecards
const cardsIn = (data: ScorecardRegisterQuery) => scorecardsIn(data)?.cards

/** How far agencies, their heads and officials completed what they were given, in a period: those that one may see. */
export function ScorecardRegister() {
  const { t } = useLingui()
  const title = t`Đánh giá mức độ hoàn thành`
  return (
    <Restricted to={["scorecards:read", "scorecards:read:own"]} title={title}>
      <Scorecards title={title} />
    </Restricted>
  )
}

function Scorecards({ title }: { title: string }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const mayWrite = useMay("scorecards:write")
  const kinds = useNames(scorecardKindName)
  const { values, ignored } = scorecardSearch.read(route.useSearch())
  const kind = values.loai ?? "AGENCY"
  const source = sourceOf(values)
  const answer = useRegister(
    ScorecardRegisterDocument,
    { ...source, filter: { kind, text: values.q }, orderBy: orderOf(values) },
    cardsIn,
  )
  const scorecards = answer.data && scorecardsIn(answer.data)
  const weighed = (scorecards?.method.weights.length ?? 0) > 0
  const columns = useColumns(kind, weighed, values)
  const show = (next: ScorecardSearchValues, how?: { replace: boolean }) =>
    void navigate({
      to: "/danh-gia",
      search: scorecardSearch.write(next),
      replace: how?.replace,
      resetScroll: false,
    })
  return (
    <Page
      title={title}
      above={t`Kế hoạch 43, mục II.1.3`}
      beside={
        mayWrite &&
        values.ban === undefined && (
          <ActionLink to="/danh-gia/chot" search={cardSearch.write({ tu: source.from, den: source.to })}>
            {t`Chốt kết quả`}
          </ActionLink>
        )
      }
    >
      <Panel title={t`Kỳ đánh giá`} beside={<Link to="/danh-gia/cach-tinh">{t`Cách tính`}</Link>}>
        <PeriodChoice
          period={source}
          freeze={values.ban ?? null}
          onPeriod={({ from, to }) => show({ ...values, tu: from, den: to, ban: undefined })}
          onFreeze={(id) => show({ ...values, ban: id })}
        />
        {scorecards && <CountedFrom scorecards={scorecards} />}
      </Panel>
      <nav aria-label={t`Đánh giá ai`}>
        <ul className={styles.kinds}>
          {scorecardKinds.map((each) => (
            <li key={each}>
              <Link
                to="/danh-gia"
                search={scorecardSearch.write({ ...values, loai: each, sort: undefined })}
                aria-current={each === kind}
                resetScroll={false}
              >
                {kinds[each]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <FilterBar
        ignored={ignored}
        search={
          <SearchBox
            label={t`Tìm`}
            placeholder={kind === "AGENCY" ? t`Tên cơ quan…` : t`Họ tên hoặc cơ quan…`}
            value={values.q ?? ""}
            onChange={(next) => show({ ...values, q: next }, { replace: Boolean(values.q) })}
          />
        }
        clear={() => show({ ...values, q: undefined })}
      />
      <div className={`${styles.actions} not-printed`}>
        <DownloadButton
          document={ScorecardsWordDocument}
          variables={{ ...source, kind }}
          fileOf={(data) => (data.scorecards ?? data.scorecardFreeze?.scorecards)?.word}
        >
          {t`Tải bảng kết quả (Word)`}
        </DownloadButton>
        <DownloadButton
          document={ScorecardsWorkbookDocument}
          variables={{ ...source, kind }}
          fileOf={(data) => (data.scorecards ?? data.scorecardFreeze?.scorecards)?.workbook}
        >
          {t`Tải kèm mọi căn cứ (Excel)`}
        </DownloadButton>
        <PrintButton answer={answer} />
      </div>
      <RowCount total={answer.total}>{t`${answer.total ?? 0} kết quả`}</RowCount>
      <Register
        caption={t`Kết quả trong kỳ và kỳ trước`}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        sort={values.sort}
        onSort={(sort) => show({ ...values, sort })}
        empty={<p>{emptyWords()}</p>}
      />
      <ScorecardTimeline />
    </Page>
  )

  function emptyWords(): string {
    if (values.q) return t`Không có kết quả nào khớp với từ khóa.`
    return kind === "AGENCY"
      ? t`Không cơ quan nào được giao nhiệm vụ, chỉ tiêu hay báo cáo trong kỳ này.`
      : t`Chưa phân công ai trong kỳ này, hoặc không phải người mà tài khoản này được xem.`
  }
}

function orderOf({ sort }: ScorecardSearchValues): ScorecardOrder | null {
  if (sort === undefined) return null
  return { criterion: sort.field === "COMPOSITE" ? null : sort.field, direction: sort.direction }
}

/** Who, then figure by figure beside that of the period before; a composite only where weights were recorded. */
function useColumns(
  kind: (typeof scorecardKinds)[number],
  weighed: boolean,
  { tu, den, ban }: ScorecardSearchValues,
): Column<Row, Ordered>[] {
  const { t } = useLingui()
  const names = useNames(columnName)
  const read = (row: Row) => readFragment(ScorecardLineFragment, row)
  const search = cardSearch.write({ tu, den, ban })
  return [
    {
      key: "name",
      heading: kind === "AGENCY" ? t`Cơ quan` : t`Họ tên`,
      lang: "vi",
      cell: (row) => {
        const { person, subjectId, agencyName } = read(row)
        return person == null ? (
          <Link to="/danh-gia/co-quan/$id" params={{ id: subjectId }} search={search} data-row-link>
            {agencyName}
          </Link>
        ) : (
          <>
            <Link to="/danh-gia/nguoi/$id" params={{ id: subjectId }} search={search} data-row-link>
              {person.name}
            </Link>
            <br />
            <small>{agencyName}</small>
          </>
        )
      },
    },
    ...columnsOf[kind].map(
      (code): Column<Row, Ordered> => ({
        key: code,
        heading: names[code],
        width: "7rem",
        sortField: code,
        cell: (row) => {
          const figure = read(row).figures.find(({ criterion }) => criterion.code === code)
          return figure && <ComparedValue {...figure} measure={figure.criterion.measure} />
        },
      }),
    ),
    ...(weighed
      ? [
          {
            key: "composite",
            heading: t`Điểm tổng hợp`,
            width: "6rem",
            sortField: "COMPOSITE" as const,
            cell: (row: Row) => <Points points={read(row).composite?.points} />,
          },
        ]
      : []),
  ]
}
