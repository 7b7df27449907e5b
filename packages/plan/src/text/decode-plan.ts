import { PlanTextInvalid } from "./plan-text-invalid.ts"

/** The published text has 130 123 bytes; a plan thirty times as long is not a plan. */
export const LARGEST_PLAN_BYTES = 4 * 1024 * 1024

/**
 * The characters of a file that should hold the plan. A byte order mark is dropped.
 * @param bytes the file, UTF-8
 * @throws PlanTextInvalid (EMPTY, TOO_LARGE, NOT_UTF8)
 */
export function decodePlan(bytes: Uint8Array): string {
  if (bytes.length === 0) throw refusal("EMPTY", "Tệp rỗng: cần toàn văn Kế hoạch 43/KH-UBND.")
  if (bytes.length > LARGEST_PLAN_BYTES)
    throw refusal(
      "TOO_LARGE",
      `Tệp có ${bytes.length} byte, lớn hơn giới hạn ${LARGEST_PLAN_BYTES} byte: đây không phải văn bản kế hoạch.`,
    )
  const text = decoded(bytes)
  if (text === null)
    throw refusal(
      "NOT_UTF8",
      "Tệp không phải UTF-8: hãy lưu lại văn bản với mã UTF-8.",
      firstUndecodableLine(bytes),
    )
  return text
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const LINE_FEED = 0x0a

/** No character of UTF-8 but the line feed holds its byte: each line can be decoded by itself. */
function firstUndecodableLine(bytes: Uint8Array): number {
  let line = 1
  for (let start = 0; ; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start)
    if (end === -1 || decoded(bytes.subarray(start, end)) === null) return line
    start = end + 1
  }
}

function refusal(
  code: "EMPTY" | "TOO_LARGE" | "NOT_UTF8",
  message: string,
  line: number | null = null,
): PlanTextInvalid {
  return new PlanTextInvalid([{ code, line, cell: null, message }])
}
