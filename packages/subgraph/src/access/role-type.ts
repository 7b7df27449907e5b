import { ROLES, type Role as RoleName } from "@plan43/authorization"
import { registerEnumType } from "type-graphql"

/** What a person is to the plan; the same words in tokens, database and API. */
export const Role = Object.fromEntries(ROLES.map((role) => [role, role])) as { [K in RoleName]: K }
export type Role = RoleName

registerEnumType(Role, {
  name: "Role",
  description: "What a person is to the plan",
  valuesConfig: {
    COORDINATOR: { description: "Điều phối viên của Sở KH&CN" },
    AGENCY_OFFICER: { description: "Đầu mối của cơ quan" },
    AGENCY_HEAD: { description: "Thủ trưởng cơ quan" },
    CITY_LEADER: { description: "Lãnh đạo UBND Thành phố" },
    FINANCE: { description: "Sở Tài chính" },
    AUDITOR: { description: "Thanh tra" },
    ADMINISTRATOR: { description: "Quản trị hệ thống: tài khoản và cấu hình" },
  },
})
