import { useLingui } from "@lingui/react/macro"
import type { Scope } from "@plan43/authorization/scope"
import type { LinkProps } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { ChoiceFilter } from "../filter/choice-filter.tsx"
import { FilterBar } from "../filter/filter-bar.tsx"
import { PrintButton } from "../filter/print-button.tsx"
import { SearchBox } from "../filter/search-box.tsx"
import type { RegisterAnswer } from "../register/ask-register.ts"
import { type Column, Register } from "../register/register.tsx"
import { RowCount } from "../register/row-count.tsx"
import type { Sort } from "../register/sort.ts"
import { useMay } from "../session/permission.ts"
import { ActionLink } from "../shell/action-link.tsx"
import { CooperationPage } from "./cooperation-page.tsx"

/** What every register of cooperation is narrowed by: words, one closed list, an order. */
interface Values<Choice extends string, Field extends string> {
  q?: string
  choice?: Choice[]
  sort?: Sort<Field>
}

interface CooperationRegisterProps<Data, Row, Choice extends string, Field extends string> {
  title: string
  caption: string
  answer: RegisterAnswer<Data, Row>
  columns: Column<Row, Field>[]
  rowKey: (row: Row) => string
  values: Values<Choice, Field>
  ignored: readonly { parameter: string; text: string }[]
  onChange: (values: Values<Choice, Field>, how?: { replace: boolean }) => void
  /** The closed list: its name, and its values by name; none where there is no such list. */
  choices?: { label: string; names: Record<Choice, string> }
  /** Where one records a further row, and who may; none where nobody records. */
  begin?: { to: LinkProps["to"]; name: string; scope: Scope }
  /** Said when nothing has been recorded yet. */
  empty: ReactNode
}

/** A register of cooperation: programmes, partners, agreements, activities or experts. */
export function CooperationRegister<Data, Row, Choice extends string, Field extends string>(
  props: CooperationRegisterProps<Data, Row, Choice, Field>,
) {
  const { title, caption, answer, columns, rowKey, values, ignored, onChange, choices, begin, empty } = props
  const { t } = useLingui()
  const { q, choice = [], sort } = values
  const narrowed = Boolean(q) || choice.length > 0
  return (
    <CooperationPage
      title={title}
      beside={
        <>
          {begin && <Begin {...begin} />}
          <PrintButton answer={answer} />
        </>
      }
    >
      <FilterBar
        ignored={ignored}
        search={
          <SearchBox
            label={t`Tìm`}
            placeholder={t`Từ khóa trong tên…`}
            value={q ?? ""}
            onChange={(next) => onChange({ ...values, q: next }, { replace: Boolean(q) })}
          />
        }
        set={[
          ...(q ? [{ key: "q", name: t`Từ khóa “${q}”`, remove: () => onChange({ choice, sort }) }] : []),
          ...choice.map((each) => ({
            key: each,
            name: choices?.names[each],
            remove: () => onChange({ ...values, choice: choice.filter((other) => other !== each) }),
          })),
        ]}
        clear={() => onChange({ sort })}
      >
        {choices && (
          <ChoiceFilter
            label={choices.label}
            choices={(Object.keys(choices.names) as Choice[]).map((value) => ({
              value,
              name: choices.names[value],
            }))}
            chosen={choice}
            onChange={(next) => onChange({ ...values, choice: next })}
          />
        )}
      </FilterBar>
      <RowCount total={answer.total}>{t`${answer.total ?? 0} dòng`}</RowCount>
      <Register
        caption={caption}
        answer={answer}
        columns={columns}
        rowKey={rowKey}
        sort={sort}
        onSort={(next) => onChange({ ...values, sort: next })}
        empty={narrowed ? <p>{t`Không có dòng nào khớp với các điều kiện đang áp dụng.`}</p> : empty}
      />
    </CooperationPage>
  )
}

function Begin({ to, name, scope }: { to: LinkProps["to"]; name: string; scope: Scope }) {
  return useMay(scope) && <ActionLink to={to}>{name}</ActionLink>
}
