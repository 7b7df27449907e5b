import { useLingui } from "@lingui/react/macro"

/** Whether an assignment is in force today. */
export function AssignmentState({ active }: { active: boolean }) {
  const { t } = useLingui()
  return active ? <span>● {t`đang hiệu lực`}</span> : <span>○ {t`không hiệu lực`}</span>
}
