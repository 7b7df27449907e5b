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
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    throw refusal("NOT_UTF8", "Tệp không phải UTF-8: hãy lưu lại văn bản với mã UTF-8.")
  }
}

function refusal(code: "EMPTY" | "TOO_LARGE" | "NOT_UTF8", message: string): PlanTextInvalid {
  return new PlanTextInvalid([{ code, line: null, cell: null, message }])
}
