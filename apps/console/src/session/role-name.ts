import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { Role } from "@plan43/authorization/role"

/** What each role is called by those who work with the plan. */
export const roleName: Record<Role, MessageDescriptor> = {
  COORDINATOR: msg`Điều phối viên (Sở KH&CN)`,
  AGENCY_OFFICER: msg`Đầu mối của cơ quan`,
  AGENCY_HEAD: msg`Thủ trưởng cơ quan`,
  CITY_LEADER: msg`Lãnh đạo UBND Thành phố`,
  FINANCE: msg`Sở Tài chính`,
  AUDITOR: msg`Thanh tra`,
  ADMINISTRATOR: msg`Quản trị hệ thống`,
}
