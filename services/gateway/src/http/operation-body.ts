import type { TrustedDocuments } from "../trusted/trusted-documents.ts"
import { RequestRefused } from "./request-refused.ts"

/** An operation as it was posted. */
export interface PostedOperation {
  /** What the graph is asked: with its text, whether that was sent or known. */
  body: object
  /** Whether it was sent as the id of a document of our own. */
  trusted: boolean
}

/** Brackets within brackets of variables: many more than any input of the graph has. */
export const DEEPEST_VARIABLES = 20

/**
 * Reads an operation: `query`, or `documentId` of a document of our own; never both.
 * @throws RequestRefused when the body is no operation, as a list of operations (batching) is none, or its variables
 * are deeper than {@link DEEPEST_VARIABLES}: what reads them goes down with them
 */
export function postedOperation(body: unknown, documents: TrustedDocuments): PostedOperation {
  if (typeof body === "object" && body !== null) {
    if ("variables" in body && isDeeper(body.variables, DEEPEST_VARIABLES))
      throw new RequestRefused(
        400,
        "OPERATION_TOO_LARGE",
        `Biến lồng nhau quá sâu; nhiều nhất là ${DEEPEST_VARIABLES} tầng`,
        {},
        { reason: "VARIABLES_TOO_DEEP", limit: DEEPEST_VARIABLES },
      )
    if ("documentId" in body) return { body: known(body, body.documentId, documents), trusted: true }
    if ("query" in body && typeof body.query === "string") return { body, trusted: false }
  }
  throw new RequestRefused(400, "BAD_REQUEST", "Thiếu “query”: nội dung gửi lên phải là một thao tác GraphQL")
}

function known(body: object, id: unknown, documents: TrustedDocuments): object {
  const { query, variables, operationName } = body as Record<string, unknown>
  if (query !== undefined)
    throw new RequestRefused(400, "BAD_REQUEST", "Chỉ gửi một trong hai: “query” hoặc “documentId”")
  const text = typeof id === "string" ? documents.get(id) : undefined
  if (text === undefined)
    throw new RequestRefused(
      400,
      "DOCUMENT_UNKNOWN",
      "Không có truy vấn mang mã “documentId” này; nếu đang mở trang theo dõi, hãy tải lại trang",
    )
  return { query: text, variables, operationName }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false
  if (levels === 0) return true
  return Object.values(value).some((each) => isDeeper(each, levels - 1))
}
