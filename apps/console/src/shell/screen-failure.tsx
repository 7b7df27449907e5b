import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router"
import { Notice } from "../notice/notice.tsx"
import { Page } from "./page.tsx"

/** What stands in place of a screen that broke, the frame around it intact. */
export function ScreenFailure({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui()
  const router = useRouter()
  return (
    <Page title={t`Trang không hiển thị được`}>
      <Notice
        tone="trouble"
        title={t`Trang này gặp lỗi khi hiển thị`}
        actions={
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              reset()
              void router.invalidate()
            }}
          >
            {t`Thử lại`}
          </Button>
        }
      >
        <p>{t`Dữ liệu không bị ảnh hưởng. Nếu lỗi lặp lại, hãy gửi dòng sau cho bộ phận hỗ trợ:`}</p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </Notice>
    </Page>
  )
}
