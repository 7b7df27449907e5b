import { useLingui } from "@lingui/react/macro"
import { Checkbox } from "@mantine/core"
import { getRouteApi, useNavigate } from "@tanstack/react-router"
import type { IndicatorRegisterQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { AgencyFilter, AgencyName } from "../agency/agency-filter.tsx"
import { AsOf } from "../calendar/as-of.tsx"
import { OtherDayNotice } from "../calendar/past-day.tsx"
import { printedDate } from "../calendar/printed-date.tsx"
import { ChoiceFilter, FilterPopover } from "../filter/choice-filter.tsx"
import { FilterBar, type SetFilter } from "../filter/filter-bar.tsx"
import { PrintButton } from "../filter/print-button.tsx"
import { SearchBox } from "../filter/search-box.tsx"
import { useRegister } from "../register/ask-register.ts"
import { Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import { useMay } from "../session/permission.ts"
import { ActionLink } from "../shell/action-link.tsx"
import { Page } from "../shell/page.tsx"
import { assessmentName, assessmentStates } from "./assessment-mark.tsx"
import { useIndicatorColumns } from "./indicator-row.tsx"
import {
  horizons,
  type IndicatorSearchValues,
  indicatorQuestion,
  indicatorSearch,
} from "./indicator-search.ts"
import { targetKindName, targetKinds } from "./target-kind.ts"

const IndicatorRegisterDocument = graphql(`
  query IndicatorRegister(
    $filter: IndicatorFilter
    $orderBy: IndicatorOrder
    $asOf: Date
    $first: Int
    $after: String
  ) {
    indicators(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...IndicatorRow
        }
      }
    }
    indicatorSummary(filter: $filter, asOf: $asOf) {
      asOf
    }
  }
`)

const route = getRouteApi("/chi-tieu")
const indicatorsOf = (data: IndicatorRegisterQuery) => data.indicators

/** Every indicator of the plan, narrowed by the address. */
export function IndicatorRegister() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { values, ignored } = indicatorSearch.read(route.useSearch())
  const answer = useRegister(IndicatorRegisterDocument, indicatorQuestion(values), indicatorsOf)
  const show = (next: IndicatorSearchValues, how?: { replace: boolean }) =>
    void navigate({
      to: "/chi-tieu",
      search: indicatorSearch.write(next),
      replace: how?.replace,
      resetScroll: false,
    })
  const change = (part: IndicatorSearchValues) => show({ ...values, ...part })
  const mayClose = useMay("observations:write")
  const horizonName = (year: string) => t`Đến năm ${year}`
  return (
    <Page
      title={t`Chỉ tiêu`}
      beside={
        <>
          {answer.data && <AsOf date={answer.data.indicatorSummary.asOf} />}
          {mayClose && <ActionLink to="/chi-tieu/ky-so-lieu">{t`Kỳ số liệu đã khóa`}</ActionLink>}
          <PrintButton answer={answer} />
        </>
      }
    >
      <OtherDayNotice asOf={values.asOf} onChange={(asOf) => change({ asOf })} />
      <FilterBar
        ignored={ignored}
        search={
          <SearchBox
            label={t`Tìm chỉ tiêu`}
            placeholder={t`Từ khóa trong tên, đơn vị tính, cơ quan…`}
            value={values.q ?? ""}
            onChange={(q) => show({ ...values, q }, { replace: Boolean(values.q) })}
          />
        }
        set={useSetFilters(values, change)}
        clear={() => show({ sort: values.sort })}
      >
        <ChoiceFilter
          label={t`Mốc thời gian`}
          choices={horizons.map((value) => ({ value, name: horizonName(value) }))}
          chosen={values.horizon ?? []}
          onChange={(horizon) => change({ horizon })}
        />
        <ChoiceFilter
          label={t`Đánh giá`}
          choices={assessmentStates.map((value) => ({ value, name: i18n._(assessmentName[value]) }))}
          chosen={values.assessment ?? []}
          onChange={(assessment) => change({ assessment })}
        />
        <ChoiceFilter
          label={t`Dạng mục tiêu`}
          choices={targetKinds.map((value) => ({ value, name: i18n._(targetKindName[value]) }))}
          chosen={values.target ?? []}
          onChange={(target) => change({ target })}
        />
        <FilterPopover label={t`Chủ trì theo dõi`} count={values.lead?.length ?? 0}>
          <AgencyFilter
            label={t`Chủ trì theo dõi`}
            chosen={values.lead ?? []}
            onChange={(lead) => change({ lead })}
          />
          <Checkbox
            mt="sm"
            label={t`Kể cả qua nhóm`}
            checked={values.throughGroups ?? false}
            onChange={(event) => change({ throughGroups: event.currentTarget.checked || undefined })}
          />
          <Checkbox
            mt="xs"
            label={t`Kể cả cơ quan tiền thân`}
            checked={values.inherited ?? false}
            onChange={(event) => change({ inherited: event.currentTarget.checked || undefined })}
          />
        </FilterPopover>
      </FilterBar>
      <RowCount total={answer.total}>{t`${answer.total ?? 0} dòng chỉ tiêu`}</RowCount>
      <Register
        caption={t`Danh sách chỉ tiêu của Kế hoạch`}
        answer={answer}
        columns={useIndicatorColumns(values.asOf)}
        rowKey={({ id }) => id}
        sort={values.sort}
        onSort={(sort) => change({ sort })}
        empty={<p>{t`Không có chỉ tiêu nào khớp với các điều kiện đang áp dụng.`}</p>}
      />
    </Page>
  )
}

function useSetFilters(
  values: IndicatorSearchValues,
  change: (part: IndicatorSearchValues) => void,
): SetFilter[] {
  const { t, i18n } = useLingui()
  const without = <T,>(list: readonly T[] | undefined, one: T) => list?.filter((each) => each !== one)
  const set: (SetFilter | false | undefined)[] = [
    values.q !== undefined && {
      key: "q",
      name: t`Từ khóa “${values.q}”`,
      remove: () => change({ q: undefined }),
    },
    ...(values.horizon ?? []).map((year) => ({
      key: year,
      name: t`Đến năm ${year}`,
      remove: () => change({ horizon: without(values.horizon, year) }),
    })),
    ...(values.assessment ?? []).map((state) => ({
      key: state,
      name: i18n._(assessmentName[state]),
      remove: () => change({ assessment: without(values.assessment, state) }),
    })),
    ...(values.target ?? []).map((kind) => ({
      key: kind,
      name: i18n._(targetKindName[kind]),
      remove: () => change({ target: without(values.target, kind) }),
    })),
    ...(values.lead ?? []).map((code) => ({
      key: code,
      name: <AgencyName code={code} />,
      remove: () => change({ lead: without(values.lead, code) }),
    })),
    values.throughGroups && {
      key: "throughGroups",
      name: t`Kể cả qua nhóm`,
      remove: () => change({ throughGroups: undefined }),
    },
    values.inherited && {
      key: "inherited",
      name: t`Kể cả cơ quan tiền thân`,
      remove: () => change({ inherited: undefined }),
    },
    values.asOf !== undefined && {
      key: "asOf",
      name: t`Tính đến ${printedDate(values.asOf, i18n.locale)}`,
      remove: () => change({ asOf: undefined }),
    },
  ]
  return set.filter((each): each is SetFilter => Boolean(each))
}
