import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { DocumentAct, MergeReason, StartChange, TriggerEvent } from "../__generated__/graphql.ts"

/** What must happen to a document before its tasks start. */
export const triggerEventName: Record<TriggerEvent, MessageDescriptor> = {
  ISSUED: msg`được ban hành`,
  APPROVED: msg`được phê duyệt`,
  IN_FORCE: msg`có hiệu lực`,
  GUIDED: msg`có hướng dẫn`,
}

/** What a recording does to a task. */
export const startChangeName: Record<StartChange, MessageDescriptor> = {
  STARTS: msg`Bắt đầu`,
  STILL_WAITS: msg`Vẫn chờ văn bản khác`,
  MOVES: msg`Đổi ngày`,
  STAYS: msg`Không đổi`,
  WAITS_AGAIN: msg`Trở lại chờ`,
}

/** What was done to the record of a document. */
export const documentActName: Record<DocumentAct, MessageDescriptor> = {
  ISSUED: msg`Ghi nhận đã ban hành`,
  CORRECTED: msg`Sửa điều đã ghi nhận`,
  REVOKED: msg`Gỡ ghi nhận: chưa ban hành`,
  REPLACED: msg`Ghi nhận bị thay thế`,
  REPEALED: msg`Ghi nhận bị bãi bỏ`,
  REINSTATED: msg`Gỡ ghi nhận hết hiệu lực`,
}

/** Why documents are taken to be the same. */
export const mergeReasonName: Record<MergeReason, MessageDescriptor> = {
  SAME_NAME: msg`Kế hoạch gọi cùng một tên`,
  SAME_BASIS: msg`Cùng sửa đổi hoặc thay thế một văn bản`,
  SAME_KNOWN_DOCUMENT: msg`Có thể cùng là một văn bản đã ban hành`,
}
