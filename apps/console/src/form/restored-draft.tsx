import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { Notice } from "../notice/notice.tsx"

interface RestoredDraftProps {
  /** Whether what is typed was typed before, and kept. */
  restored: boolean
  discard: () => void
}

/** Says that a form begins with what was left unfinished in it, and offers to begin anew. */
export function RestoredDraft({ restored, discard }: RestoredDraftProps) {
  const { t } = useLingui()
  if (!restored) return null
  return (
    <Notice
      tone="information"
      title={t`Nội dung đang nhập dở đã được khôi phục`}
      actions={
        <Button variant="default" size="xs" onClick={discard}>
          {t`Bỏ bản nháp`}
        </Button>
      }
    />
  )
}
