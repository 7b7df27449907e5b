import { useLingui } from "@lingui/react/macro"
import { Absent } from "../facts/facts.tsx"

/** The name of an agency, or that the part of the system that knows it does not answer. */
export function AgencyName({ agency }: { agency: { name: string } | null }) {
  const { t } = useLingui()
  return agency === null ? (
    <Absent>{t`chưa tải được tên cơ quan`}</Absent>
  ) : (
    <span lang="vi">{agency.name}</span>
  )
}
