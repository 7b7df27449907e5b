import { useLingui } from "@lingui/react/macro"
import type { Answer } from "./ask-graph.ts"

/** What a page is called as long as the name of what it shows is not known: it is on its way, or could not be read. */
export function useUnreadTitle({ failure, loading }: Answer<unknown>): string {
  const { t } = useLingui()
  return failure !== null && !loading ? t`Không tải được` : t`Đang tải`
}
