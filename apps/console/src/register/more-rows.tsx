import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { FailureNotice } from "../graph/failure-notice.tsx"
import type { RegisterAnswer } from "./ask-register.ts"

interface MoreRowsProps {
  answer: Pick<RegisterAnswer<unknown, unknown>, "moreFailure" | "hasMore" | "loadingMore" | "loadMore">
}

/** What follows a list that was loaded in part: the way to its next page, or why that did not come; nothing at its end. */
export function MoreRows({ answer }: MoreRowsProps) {
  const { t } = useLingui()
  const { moreFailure, hasMore, loadingMore, loadMore } = answer
  return (
    <>
      {moreFailure && <FailureNotice failure={moreFailure} partial retry={() => void loadMore()} />}
      {hasMore && (
        <Button variant="default" size="xs" loading={loadingMore} onClick={() => void loadMore()}>
          {t`Tải thêm`}
        </Button>
      )}
    </>
  )
}
