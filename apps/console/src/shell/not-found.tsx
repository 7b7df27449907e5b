import { Trans, useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { Page } from "./page.tsx"

/** An address that no screen has. */
export function NotFound() {
  const { t } = useLingui()
  return (
    <Page title={t`Không tìm thấy trang`} above="404">
      <p>
        <Trans>
          Địa chỉ này không dẫn tới trang nào. Có thể liên kết đã cũ hoặc bị gõ nhầm; hãy trở về{" "}
          <Link to="/">tổng quan</Link> hoặc tìm trong <Link to="/nhiem-vu">danh sách nhiệm vụ</Link>.
        </Trans>
      </p>
    </Page>
  )
}
