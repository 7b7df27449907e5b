import { useLingui } from "@lingui/react/macro"
import { printedDate } from "../calendar/printed-date.tsx"
import { ChoiceFilter, FilterPopover } from "../filter/choice-filter.tsx"
import { DayField } from "../filter/day-field.tsx"
import styles from "../filter/filter.module.css"
import { FilterBar, type SetFilter } from "../filter/filter-bar.tsx"
import { SearchBox } from "../filter/search-box.tsx"
import type { ValuesOfSearch } from "../register/search-model.ts"
import { historyServiceName } from "./history-names.ts"
import { type historySearch, historyServices } from "./history-search.ts"

type Values = ValuesOfSearch<typeof historySearch>

interface HistoryFiltersProps {
  values: Values
  ignored: readonly { parameter: string; text: string }[]
  onChange: (values: Values, how?: { replace: boolean }) => void
}

/** What narrows the history. An author, a thing or an action is chosen by its link in the list. */
export function HistoryFilters({ values, ignored, onChange }: HistoryFiltersProps) {
  const { t } = useLingui()
  const change = (part: Values) => onChange({ ...values, ...part })
  return (
    <FilterBar
      ignored={ignored}
      search={
        <SearchBox
          label={t`Tìm trong nhật ký`}
          placeholder={t`Người, việc, lý do, nội dung…`}
          value={values.q ?? ""}
          onChange={(q) => onChange({ ...values, q }, { replace: Boolean(values.q) })}
        />
      }
      set={useSetFilters(values, change)}
      clear={() => onChange({})}
    >
      <ChoiceFilter
        label={t`Phần`}
        choices={historyServices.map((value) => ({ value, name: historyServiceName(value) }))}
        chosen={values.service ?? []}
        onChange={(service) => change({ service })}
      />
      <FilterPopover label={t`Ngày`} count={[values.from, values.to].filter(Boolean).length}>
        <div className={styles.fields}>
          <DayField label={t`Từ ngày`} value={values.from} onChange={(from) => change({ from })} />
          <DayField label={t`Đến hết ngày`} value={values.to} onChange={(to) => change({ to })} />
        </div>
      </FilterPopover>
    </FilterBar>
  )
}

function useSetFilters(values: Values, change: (part: Values) => void): SetFilter[] {
  const { t, i18n } = useLingui()
  const { q, service = [], actor, action, entity, entityId, from, to } = values
  const set: (SetFilter | false)[] = [
    q !== undefined && { key: "q", name: t`Từ khóa “${q}”`, remove: () => change({ q: undefined }) },
    ...service.map((each) => ({
      key: each,
      name: historyServiceName(each),
      remove: () => change({ service: service.filter((other) => other !== each) }),
    })),
    actor !== undefined && {
      key: "actor",
      name: t`Người thực hiện ${actor}`,
      remove: () => change({ actor: undefined }),
    },
    action !== undefined && {
      key: "action",
      name: t`Việc ${action}`,
      remove: () => change({ action: undefined }),
    },
    entity !== undefined && {
      key: "entity",
      name: t`Đối tượng ${entity}`,
      remove: () => change({ entity: undefined }),
    },
    entityId !== undefined && {
      key: "entityId",
      name: t`Mã ${entityId}`,
      remove: () => change({ entityId: undefined }),
    },
    from !== undefined && {
      key: "from",
      name: t`Từ ${printedDate(from, i18n.locale)}`,
      remove: () => change({ from: undefined }),
    },
    to !== undefined && {
      key: "to",
      name: t`Đến hết ${printedDate(to, i18n.locale)}`,
      remove: () => change({ to: undefined }),
    },
  ]
  return set.filter((each) => each !== false)
}
