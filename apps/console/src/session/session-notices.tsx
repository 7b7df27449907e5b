import { msg } from "@lingui/core/macro"
import { Trans, useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useLocation, useNavigate } from "@tanstack/react-router"
import { Notice } from "../notice/notice.tsx"
import { readQuery } from "../shell/search-text.ts"
import { continueAnonymously, useSession } from "./session.ts"
import styles from "./session-notices.module.css"
import { SignInLink } from "./sign-in-link.tsx"

/** What became of a session, above whatever screen is open. The screen stays as it is, with all that was typed. */
export function SessionNotices() {
  return (
    <div className={`${styles.notices} not-printed`}>
      <SignInFailed />
      <SessionEnded />
    </div>
  )
}

function SessionEnded() {
  const { t } = useLingui()
  const { state, person } = useSession()
  if (state !== "ENDED") return null
  return (
    <Notice
      tone="caution"
      title={t`Phiên đăng nhập đã kết thúc`}
      actions={
        <>
          <SignInLink className={styles.signIn}>{t`Đăng nhập lại`}</SignInLink>
          <Button variant="default" size="xs" onClick={continueAnonymously}>
            {t`Tiếp tục không đăng nhập`}
          </Button>
        </>
      }
    >
      {person && (
        <p>
          <Trans>
            Phiên của {person.name} đã hết hạn hoặc bị đăng xuất ở nơi khác. Nội dung đang nhập được giữ lại
            trong trình duyệt này và hiện lại sau khi đăng nhập.
          </Trans>
        </p>
      )}
    </Notice>
  )
}

/** Why the way back from the issuer may lead here without a session. */
const FAILURES = {
  NOT_AVAILABLE: msg`Hệ thống này chưa bật đăng nhập.`,
  ISSUER_UNREACHABLE: msg`Nơi cấp tài khoản tạm thời không truy cập được.`,
  ATTEMPT_LOST: msg`Lượt đăng nhập đã quá thời gian cho phép hoặc bắt đầu ở trình duyệt khác.`,
  REFUSED_BY_ISSUER: msg`Bạn đã hủy đăng nhập, hoặc nơi cấp tài khoản từ chối.`,
  ANSWER_INVALID: msg`Câu trả lời của nơi cấp tài khoản không hợp lệ.`,
}

function SignInFailed() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const { searchStr } = useLocation()
  const { "sign-in": outcome, reason = "" } = readQuery(searchStr.replace(/^\?/, ""))
  if (outcome !== "failed") return null
  const why = FAILURES[reason as keyof typeof FAILURES]
  return (
    <Notice
      tone="trouble"
      title={t`Đăng nhập không thành công`}
      actions={
        <>
          <a className={styles.signIn} href="/sign-in?returnTo=/">
            {t`Thử đăng nhập lại`}
          </a>
          <Button variant="default" size="xs" onClick={() => void navigate({ to: "/", replace: true })}>
            {t`Đóng`}
          </Button>
        </>
      }
    >
      {why && <p>{i18n._(why)}</p>}
      {reason && (
        <p>
          {t`Mã lỗi, cung cấp khi cần hỗ trợ:`} <code>{reason}</code>
        </p>
      )}
    </Notice>
  )
}
