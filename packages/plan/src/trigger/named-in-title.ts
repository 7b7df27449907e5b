import type { TriggerReading } from "./trigger-reading.ts"

/**
 * A deadline often says no more than "Nghị định": which decree stands in the name of the task. The document there is
 * taken with what is done to it, up to the end of its sentence.
 */
const END = String.raw`(?=\s*(?:[.;](?:\s|$)|,? (?:sau )?khi |$| Triển khai | có hiệu lực))`
const AMENDING = /(?:sửa đổi, bổ sung|sửa đổi hoặc ban hành thay thế|sửa đổi) $/u

/**
 * The awaited document under the name that the task's title gives it, e.g. for task 31 "Nghị định quy định việc người
 * nước ngoài vào làm quản lý, …" instead of "Nghị định". The trigger stays as it is where the title names none.
 */
export function namedInTitle(trigger: TriggerReading, title: string): TriggerReading {
  const noun = nounOf(trigger)
  if (noun === null) return trigger
  const match = new RegExp(`(?<![\\p{L}])${noun} .+?${END}`, "iu").exec(title)
  if (match === null) return trigger
  const [name] = match
  const amending = AMENDING.exec(title.slice(0, match.index))?.[0]
  return { ...trigger, title: amending === undefined ? capitalised(name) : `${noun} ${amending}${name}` }
}

/** The kind of document as the deadline names it; null where it says more than that itself. */
function nounOf({ title }: TriggerReading): string | null {
  return /^(?:Nghị định|Đề án|Chương trình|Chiến lược|bộ tiêu chí|chính sách)$/u.test(title) ? title : null
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
