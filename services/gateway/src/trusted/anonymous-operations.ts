import type { Identity } from "@plan43/authorization"
import { RequestRefused } from "../http/request-refused.ts"

/** What strangers may ask: documents of our own consoles, or anything within limits. */
export type AnonymousOperations = "trusted" | "any"

/** @throws RequestRefused when a stranger sends a text of his own where only known ones are answered */
export function requireAdmissible(
  identity: Identity | null,
  trusted: boolean,
  anonymousOperations: AnonymousOperations,
): void {
  if (identity !== null || trusted || anonymousOperations === "any") return
  throw new RequestRefused(
    403,
    "DOCUMENT_NOT_TRUSTED",
    "Khi chưa đăng nhập chỉ dùng được các truy vấn của chính trang này; hãy đăng nhập, hoặc dùng thông tin xác thực của hệ thống",
  )
}
