import { useLingui } from "@lingui/react/macro"
import { rolesWith } from "@plan43/authorization/role"
import { Notice } from "../notice/notice.tsx"
import { WhoMay } from "../session/who-may.tsx"

/** What stands in the place of a scorecard that there is none of, or that is not for this person. */
export function NoScorecard() {
  const { t } = useLingui()
  return (
    <Notice tone="information" title={t`Không có kết quả nào để xem trong kỳ này`}>
      <p>{t`Trong kỳ này không được giao việc gì, hoặc tài khoản này không được xem: cơ quan xem kết quả của mình, thủ trưởng xem của người trong cơ quan, công chức xem của chính mình.`}</p>
      <WhoMay roles={rolesWith("scorecards:read")} />
    </Notice>
  )
}
