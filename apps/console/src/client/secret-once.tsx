import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useClipboard } from "@mantine/hooks"
import { useEffect, useRef } from "react"
import { Notice } from "../notice/notice.tsx"
import { Panel } from "../shell/page.tsx"
import styles from "./client.module.css"

interface SecretOnceProps {
  clientId: string
  /** null where it was told already, in an answer that got lost. */
  secret: string | null
}

/** A new secret, which nobody can ask for again. */
export function SecretOnce({ clientId, secret }: SecretOnceProps) {
  const { t } = useLingui()
  const heading = useRef<HTMLSpanElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Panel
      title={
        <span ref={heading} tabIndex={-1}>
          {t`Thông tin kết nối`}
        </span>
      }
    >
      {secret === null ? (
        <Notice tone="caution" title={t`Mã bí mật đã được cấp nhưng không hiện lại được`}>
          <p>{t`Câu trả lời trước đã chứa mã này. Nếu chưa kịp lưu, hãy đổi mã bí mật ở trang của hệ thống.`}</p>
        </Notice>
      ) : (
        <>
          <Notice tone="caution" title={t`Mã bí mật chỉ hiện một lần này`}>
            <p>{t`Hãy chép và chuyển cho đơn vị chủ quản qua kênh an toàn. Hệ thống chỉ giữ bản băm, không ai xem lại được mã.`}</p>
          </Notice>
          <dl className={styles.credentials}>
            <dt>{t`Mã hệ thống (client id)`}</dt>
            <dd>
              <Copyable text={clientId} name={t`mã hệ thống`} />
            </dd>
            <dt>{t`Mã bí mật (client secret)`}</dt>
            <dd>
              <Copyable text={secret} name={t`mã bí mật`} />
            </dd>
          </dl>
        </>
      )}
    </Panel>
  )
}

function Copyable({ text, name }: { text: string; name: string }) {
  const { t } = useLingui()
  const { copy, copied, error } = useClipboard()
  return (
    <div className={styles.secret}>
      <code>{text}</code>
      <Button variant="default" size="xs" onClick={() => copy(text)}>
        {t`Chép ${name}`}
      </Button>
      <span role="status">{copied && t`Đã chép`}</span>
      {error && <span role="alert">{t`Trình duyệt không cho chép; hãy chọn và chép bằng tay.`}</span>}
    </div>
  )
}
