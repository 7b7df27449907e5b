import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { GrantableScope } from "@plan43/authorization/scope"
import type { ApiClientState } from "../__generated__/graphql.ts"

export const clientStateName: Record<ApiClientState, MessageDescriptor> = {
  ACTIVE: msg`Đang dùng được`,
  EXPIRED: msg`Hết hạn`,
  REVOKED: msg`Đã thu hồi`,
}

/** What a system may be allowed to read beyond what is public. */
export const grantableScopeName: Record<GrantableScope, MessageDescriptor> = {
  "progress:read": msg`Đọc tiến độ nhiệm vụ, kể cả phần chưa công bố`,
  "observations:read": msg`Đọc số liệu chỉ tiêu, kể cả phần chưa công bố`,
  "cooperation:read": msg`Đọc hợp tác quốc tế, kể cả phần chưa công bố`,
}
