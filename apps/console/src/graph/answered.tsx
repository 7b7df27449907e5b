import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import type { Answer } from "./ask-graph.ts"
import { FailureNotice } from "./failure-notice.tsx"

interface AnsweredProps<Data> {
  answer: Answer<Data>
  /** Shown until the first data arrive. */
  waiting: ReactNode
  children: (data: Data) => ReactNode
}

/** An answer in each of its states: awaited, whole, in part, missing. */
export function Answered<Data>({ answer, waiting, children }: AnsweredProps<Data>) {
  const { data, failure, loading, retry } = answer
  const { t } = useLingui()
  const awaited = (
    <div aria-busy="true">
      <p className="for-readers">{t`Đang tải`}</p>
      {waiting}
    </div>
  )
  if (data == null && failure === null) return awaited
  return (
    <>
      {failure && !loading && <FailureNotice failure={failure} partial={data != null} retry={retry} />}
      {data == null ? loading && awaited : children(data)}
    </>
  )
}
