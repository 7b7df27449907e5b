import { useLingui } from "@lingui/react/macro"
import { Notice } from "../notice/notice.tsx"

/** Says that nobody has reported any progress, and what the statuses then rest on. */
export function NothingReported({ brief = false }: { brief?: boolean }) {
  const { t } = useLingui()
  return (
    <Notice tone="information" title={t`Chưa có báo cáo tiến độ nào`}>
      <p>
        {brief
          ? t`Tình trạng chỉ được suy từ thời hạn ghi trong Kế hoạch.`
          : t`Hệ thống mới chỉ có nội dung của Kế hoạch. Tình trạng dưới đây chỉ được suy từ thời hạn ghi trong Kế hoạch: “quá hạn” nghĩa là đã qua thời hạn mà chưa có báo cáo, không có nghĩa là chưa làm.`}
      </p>
    </Notice>
  )
}
