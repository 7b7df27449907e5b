import { invalid } from "./plan-text-invalid.ts"

/** The largest text that is read, in bytes: some eight times Plan 43's. */
export const LARGEST_TEXT = 1_048_576

/**
 * The text of a file.
 * @throws PlanTextInvalid when it is empty, too large, or not UTF-8
 */
export function decodePlan(bytes: Uint8Array): string {
  if (bytes.length > LARGEST_TEXT)
    invalid("TEXT_TOO_LARGE", `tệp dài ${bytes.length} byte; nhiều nhất ${LARGEST_TEXT} byte`)
  let text: string
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return invalid("TEXT_NOT_UTF8", "tệp không phải văn bản mã hóa UTF-8")
  }
  if (text.trim() === "") invalid("TEXT_EMPTY", "tệp trống")
  return text
}
