import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { AgencyChangeKind } from "../__generated__/graphql.ts"

/** What happens to bodies by one document. */
export const changeKindName: Record<AgencyChangeKind, MessageDescriptor> = {
  MERGER: msg`Sáp nhập, hợp nhất`,
  SPLIT: msg`Chia tách`,
  RENAMING: msg`Đổi tên`,
  DISSOLUTION: msg`Giải thể`,
  FOUNDING: msg`Thành lập mới`,
  MEMBERSHIP: msg`Đổi thành viên của nhóm`,
}
