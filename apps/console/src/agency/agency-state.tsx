import { useLingui } from "@lingui/react/macro"

/** Whether a body exists on the day that is asked about. */
export function AgencyState({ active }: { active: boolean }) {
  const { t } = useLingui()
  return active ? <span>● {t`đang hoạt động`}</span> : <span>○ {t`đã kết thúc`}</span>
}
