import type { Refusal } from "./outcome.ts"

/** A refusal for an identifier that leads to no standing row. */
export function notFound(field: string, id: string): Refusal {
  return {
    reason: "NOT_FOUND",
    field,
    message: `Không có mục nào với định danh “${id}”, hoặc mục đó đã được rút`,
  }
}

/** A refusal for a change that was based on what is no longer there. */
export function versionStale(given: number, current: number): Refusal {
  return {
    reason: "VERSION_STALE",
    field: "version",
    message: `Phiên bản ${given} không còn là bản hiện hành; hãy tải phiên bản ${current} rồi sửa tiếp`,
  }
}
