import { useLingui } from "@lingui/react/macro"
import { MultiSelect, Select } from "@mantine/core"
import { useState } from "react"
import type { FieldValues } from "react-hook-form"
import { type FieldProps, useField } from "./use-field.tsx"

/** A row of the graph that a form refers to: its name is kept, so that a draft can show it. */
export interface Picked {
  id: string
  name: string
}

interface PickFieldProps<Values extends FieldValues, Row extends Picked = Picked> extends FieldProps<Values> {
  /** The rows whose names hold the words; undefined while they are awaited. */
  useFound: (words: string) => readonly Row[] | undefined
}

interface PickOneFieldProps<Values extends FieldValues, Row extends Picked>
  extends PickFieldProps<Values, Row> {
  /** What becomes of a row that is picked; it is the field's value where nothing else is said. */
  take?: (row: Row | null) => void
}

/** One row of a long list, found by its name. */
export function PickField<Values extends FieldValues, Row extends Picked = Picked>({
  useFound,
  take,
  ...props
}: PickOneFieldProps<Values, Row>) {
  const { t } = useLingui()
  const { field, shown } = useField(props)
  const [words, setWords] = useState("")
  const picked: Picked | null = field.value
  const found = useFound(words === picked?.name ? "" : words)
  const rows = known(found, picked === null ? [] : [picked])
  return (
    <Select
      {...shown}
      ref={field.ref}
      onBlur={field.onBlur}
      data={rows.map(({ id, name }) => ({ value: id, label: name }))}
      value={picked?.id ?? null}
      onChange={(id) => {
        if (take === undefined) field.onChange(rows.find((row) => row.id === id) ?? null)
        else take(found?.find((row) => row.id === id) ?? null)
      }}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t`Bỏ chọn` }}
      onSearchChange={setWords}
      filter={({ options }) => options}
      placeholder={t`Gõ để tìm`}
      nothingFoundMessage={found === undefined ? t`Đang tìm…` : t`Không có mục nào khớp`}
    />
  )
}

/** Several rows of a long list, found by their names. */
export function PickSeveralField<Values extends FieldValues>({ useFound, ...props }: PickFieldProps<Values>) {
  const { t } = useLingui()
  const { field, shown } = useField(props)
  const [words, setWords] = useState("")
  const picked: Picked[] = field.value
  const found = useFound(words)
  const rows = known(found, picked)
  return (
    <MultiSelect
      {...shown}
      ref={field.ref}
      onBlur={field.onBlur}
      data={rows.map(({ id, name }) => ({ value: id, label: name }))}
      value={picked.map(({ id }) => id)}
      onChange={(ids) => field.onChange(rows.filter(({ id }) => ids.includes(id)))}
      searchable
      searchValue={words}
      onSearchChange={setWords}
      filter={({ options }) => options}
      placeholder={t`Gõ để tìm`}
      nothingFoundMessage={found === undefined ? t`Đang tìm…` : t`Không có mục nào khớp`}
    />
  )
}

/** What was picked stays among what can be picked. */
function known(found: readonly Picked[] | undefined, picked: readonly Picked[]): Picked[] {
  const others = (found ?? []).filter(({ id }) => picked.every((each) => each.id !== id))
  return [...picked, ...others]
}
