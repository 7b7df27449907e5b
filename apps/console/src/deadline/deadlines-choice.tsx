import { useLingui } from "@lingui/react/macro"
import { NativeSelect } from "@mantine/core"
import { Deadlines } from "../__generated__/graphql.ts"
import type { ByDeadlines } from "./deadlines-search.ts"

interface DeadlinesChoiceProps extends ByDeadlines {
  onChange: (deadlines: Deadlines | undefined) => void
}

/** Chooses by which due dates statuses are reckoned: those in force, or the plan's own. */
export function DeadlinesChoice({ deadlines, onChange }: DeadlinesChoiceProps) {
  const { t } = useLingui()
  return (
    <NativeSelect
      label={t`Tính quá hạn`}
      value={deadlines ?? Deadlines.Extended}
      onChange={(event) =>
        onChange(event.currentTarget.value === Deadlines.Original ? Deadlines.Original : undefined)
      }
    >
      <option value={Deadlines.Extended}>{t`Theo hạn đã gia hạn`}</option>
      <option value={Deadlines.Original}>{t`Theo hạn gốc`}</option>
    </NativeSelect>
  )
}
