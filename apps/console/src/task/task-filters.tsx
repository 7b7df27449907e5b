import { useLingui } from "@lingui/react/macro"
import { Checkbox } from "@mantine/core"
import { Deadlines } from "../__generated__/graphql.ts"
import { AgencyFilter, AgencyName } from "../agency/agency-filter.tsx"
import { printedDate } from "../calendar/printed-date.tsx"
import { deadlineKindName, deadlineKinds } from "../deadline/deadline-kind.ts"
import { DeadlinesChoice } from "../deadline/deadlines-choice.tsx"
import { ChoiceFilter, FilterPopover } from "../filter/choice-filter.tsx"
import { DayField } from "../filter/day-field.tsx"
import styles from "../filter/filter.module.css"
import { FilterBar, type SetFilter } from "../filter/filter-bar.tsx"
import { SearchBox } from "../filter/search-box.tsx"
import { TriggerTitle } from "../trigger/trigger-title.tsx"
import { sectionNumerals, type TaskSearchValues } from "./task-search.ts"
import { taskStatuses, taskStatusName } from "./task-status-mark.tsx"

interface TaskFiltersProps {
  values: TaskSearchValues
  ignored: readonly { parameter: string; text: string }[]
  /** Narrows further or less; words typed letter by letter replace each other in the history. */
  onChange: (values: TaskSearchValues, how?: { replace: boolean }) => void
}

/** What narrows the register of tasks. */
export function TaskFilters({ values, ignored, onChange }: TaskFiltersProps) {
  const { t, i18n } = useLingui()
  const change = (part: TaskSearchValues) => onChange({ ...values, ...part })
  const byPlan = values.deadlines === Deadlines.Original
  return (
    <FilterBar
      ignored={ignored}
      search={
        <SearchBox
          label={t`Tìm nhiệm vụ`}
          placeholder={t`Từ khóa trong tên, sản phẩm, cơ quan…`}
          value={values.q ?? ""}
          onChange={(q) => onChange({ ...values, q }, { replace: Boolean(values.q) })}
        />
      }
      set={useSetFilters(values, change)}
      clear={() => onChange({ sort: values.sort })}
    >
      <ChoiceFilter
        label={t`Tình trạng`}
        choices={taskStatuses.map((value) => ({ value, name: i18n._(taskStatusName[value]) }))}
        chosen={values.status ?? []}
        onChange={(status) => change({ status })}
      />
      <ChoiceFilter
        label={t`Nhóm nhiệm vụ`}
        choices={sectionNumerals.map((value) => ({ value, name: t`Nhóm ${value}` }))}
        chosen={values.section ?? []}
        onChange={(section) => change({ section })}
      />
      <FilterPopover label={t`Chủ trì`} count={values.lead?.length ?? 0}>
        <AgencyFilter label={t`Chủ trì`} chosen={values.lead ?? []} onChange={(lead) => change({ lead })} />
        <Reach values={values} change={change} />
      </FilterPopover>
      <FilterPopover label={t`Phối hợp`} count={values.coordinator?.length ?? 0}>
        <AgencyFilter
          label={t`Phối hợp`}
          chosen={values.coordinator ?? []}
          onChange={(coordinator) => change({ coordinator })}
        />
        <Reach values={values} change={change} />
      </FilterPopover>
      <ChoiceFilter
        label={t`Dạng thời hạn`}
        choices={deadlineKinds.map((value) => ({ value, name: i18n._(deadlineKindName[value]) }))}
        chosen={values.deadline ?? []}
        onChange={(deadline) => change({ deadline })}
      />
      <FilterPopover
        label={t`Ngày`}
        count={[values.dueAfter, values.dueBefore, values.asOf, byPlan].filter(Boolean).length}
      >
        <div className={styles.fields}>
          <DayField
            label={t`Đến hạn sau ngày`}
            value={values.dueAfter}
            onChange={(dueAfter) => change({ dueAfter })}
          />
          <DayField
            label={t`Đến hạn trước ngày`}
            value={values.dueBefore}
            onChange={(dueBefore) => change({ dueBefore })}
          />
          <DayField
            label={t`Tình trạng tính đến ngày`}
            value={values.asOf}
            onChange={(asOf) => change({ asOf })}
          />
          <DeadlinesChoice deadlines={values.deadlines} onChange={(deadlines) => change({ deadlines })} />
        </div>
      </FilterPopover>
    </FilterBar>
  )
}

/** Beyond what names an agency directly. */
function Reach({ values, change }: { values: TaskSearchValues; change: (part: TaskSearchValues) => void }) {
  const { t } = useLingui()
  return (
    <div className={styles.fields} data-reach>
      <Checkbox
        label={t`Kể cả qua nhóm`}
        checked={values.throughGroups ?? false}
        onChange={(event) => change({ throughGroups: event.currentTarget.checked || undefined })}
      />
      <Checkbox
        label={t`Kể cả cơ quan tiền thân`}
        checked={values.inherited ?? false}
        onChange={(event) => change({ inherited: event.currentTarget.checked || undefined })}
      />
    </div>
  )
}

function useSetFilters(values: TaskSearchValues, change: (part: TaskSearchValues) => void): SetFilter[] {
  const { t, i18n } = useLingui()
  const without = <T,>(list: readonly T[] | undefined, one: T) => list?.filter((each) => each !== one)
  const set: (SetFilter | false | undefined)[] = [
    values.q !== undefined && {
      key: "q",
      name: t`Từ khóa “${values.q}”`,
      remove: () => change({ q: undefined }),
    },
    ...(values.status ?? []).map((status) => ({
      key: status,
      name: i18n._(taskStatusName[status]),
      remove: () => change({ status: without(values.status, status) }),
    })),
    ...(values.section ?? []).map((numeral) => ({
      key: `section-${numeral}`,
      name: t`Nhóm ${numeral}`,
      remove: () => change({ section: without(values.section, numeral) }),
    })),
    ...(values.lead ?? []).map((code) => ({
      key: `lead-${code}`,
      name: (
        <>
          {t`Chủ trì:`} <AgencyName code={code} />
        </>
      ),
      remove: () => change({ lead: without(values.lead, code) }),
    })),
    ...(values.coordinator ?? []).map((code) => ({
      key: `coordinator-${code}`,
      name: (
        <>
          {t`Phối hợp:`} <AgencyName code={code} />
        </>
      ),
      remove: () => change({ coordinator: without(values.coordinator, code) }),
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
    ...(values.deadline ?? []).map((kind) => ({
      key: kind,
      name: i18n._(deadlineKindName[kind]),
      remove: () => change({ deadline: without(values.deadline, kind) }),
    })),
    values.dueAfter !== undefined && {
      key: "dueAfter",
      name: t`Đến hạn sau ${printedDate(values.dueAfter, i18n.locale)}`,
      remove: () => change({ dueAfter: undefined }),
    },
    values.dueBefore !== undefined && {
      key: "dueBefore",
      name: t`Đến hạn trước ${printedDate(values.dueBefore, i18n.locale)}`,
      remove: () => change({ dueBefore: undefined }),
    },
    ...(values.trigger ?? []).map((id) => ({
      key: id,
      name: (
        <>
          {t`Chờ:`} <TriggerTitle id={id} />
        </>
      ),
      remove: () => change({ trigger: without(values.trigger, id) }),
    })),
    values.asOf !== undefined && {
      key: "asOf",
      name: t`Tính đến ${printedDate(values.asOf, i18n.locale)}`,
      remove: () => change({ asOf: undefined }),
    },
    values.deadlines === Deadlines.Original && {
      key: "deadlines",
      name: t`Theo hạn gốc`,
      remove: () => change({ deadlines: undefined }),
    },
  ]
  return set.filter((each): each is SetFilter => Boolean(each))
}
