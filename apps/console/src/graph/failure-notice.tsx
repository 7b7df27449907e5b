import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { Notice } from "../notice/notice.tsx"
import { WhoMay } from "../session/who-may.tsx"
import type { Failure } from "./failure.ts"
import { nameOfService } from "./services.ts"

interface FailureNoticeProps {
  failure: Failure
  /** Whether the rest of the answer is on the page. */
  partial: boolean
  retry: () => void
}

/** Says which part of the answer is missing and why, what to quote, and offers to ask again. */
export function FailureNotice({ failure, partial, retry }: FailureNoticeProps) {
  const { t } = useLingui()
  const parts = failure.missing.map(nameOfService).join(", ")
  const titles: Record<Failure["kind"], string> = {
    MISSING_PARTS: parts
      ? t`Phần dữ liệu ${parts} tạm thời không truy cập được`
      : t`Một phần dữ liệu tạm thời không truy cập được`,
    REFUSED: t`Yêu cầu không hợp lệ`,
    SIGN_IN_NEEDED: t`Cần đăng nhập để xem phần này`,
    FORBIDDEN: t`Tài khoản này không được dùng phần này`,
    UNREACHABLE: t`Không kết nối được với máy chủ`,
    UNEXPECTED: t`Hệ thống gặp lỗi ngoài dự kiến`,
  }
  if (failure.kind === "SIGN_IN_NEEDED" || failure.kind === "FORBIDDEN")
    return (
      <Notice tone="information" title={titles[failure.kind]}>
        <WhoMay roles={failure.roles} />
      </Notice>
    )
  return (
    <Notice
      tone={partial ? "caution" : "trouble"}
      title={titles[failure.kind]}
      actions={
        <Button variant="default" size="xs" onClick={retry}>
          {t`Thử lại`}
        </Button>
      }
    >
      {failure.message && <p lang="vi">{failure.message}</p>}
      {partial && (
        <p>{t`Những phần khác trên trang vẫn đúng; phần thiếu được để trống, không phải bằng không.`}</p>
      )}
      {failure.kind === "UNREACHABLE" && <p>{t`Hãy kiểm tra kết nối mạng rồi thử lại.`}</p>}
      {failure.requestId && (
        <p>
          {t`Mã yêu cầu, cung cấp khi cần hỗ trợ:`} <code>{failure.requestId}</code>
        </p>
      )}
    </Notice>
  )
}
