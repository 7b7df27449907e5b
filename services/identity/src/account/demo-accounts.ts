import { createHash, timingSafeEqual } from "node:crypto"
import type { Role } from "@plan43/authorization"

/** Somebody who can sign in here. No real person: the names say what they stand for. */
export interface DemoAccount {
  /** What is typed to sign in, and the `sub` of tokens. */
  id: string
  name: string
  /** What the account is there to show. */
  shows: string
  /** null: the assignments in `agencies` say, or nobody does. */
  role: Role | null
  /** Code of the agency in the register. */
  agency: string | null
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    id: "dieu-phoi",
    name: "Điều phối viên (mẫu)",
    shows: "Điều phối viên của Sở KH&CN: ghi hợp tác quốc tế, phân công, cấp mã cho hệ thống",
    role: "COORDINATOR",
    agency: "so-khcn",
  },
  {
    id: "dau-moi-khcn",
    name: "Đầu mối Sở KH&CN (mẫu)",
    shows: "Đầu mối của Sở Khoa học và Công nghệ",
    role: "AGENCY_OFFICER",
    agency: "so-khcn",
  },
  {
    id: "dau-moi-tai-chinh",
    name: "Đầu mối Sở Tài chính (mẫu)",
    shows: "Đầu mối của Sở Tài chính",
    role: "AGENCY_OFFICER",
    agency: "so-tai-chinh",
  },
  {
    id: "thu-truong",
    name: "Thủ trưởng Sở Tài chính (mẫu)",
    shows: "Thủ trưởng cơ quan",
    role: "AGENCY_HEAD",
    agency: "so-tai-chinh",
  },
  {
    id: "lanh-dao",
    name: "Lãnh đạo Thành phố (mẫu)",
    shows: "Lãnh đạo UBND Thành phố: xem toàn bộ",
    role: "CITY_LEADER",
    agency: null,
  },
  {
    id: "tai-chinh",
    name: "Theo dõi kinh phí (mẫu)",
    shows: "Sở Tài chính, phần kinh phí",
    role: "FINANCE",
    agency: "so-tai-chinh",
  },
  {
    id: "thanh-tra",
    name: "Thanh tra (mẫu)",
    shows: "Thanh tra: xem toàn bộ và nhật ký, không sửa gì",
    role: "AUDITOR",
    agency: null,
  },
  {
    id: "quan-tri",
    name: "Quản trị hệ thống (mẫu)",
    shows: "Quản trị: tài khoản và cấu hình",
    role: "ADMINISTRATOR",
    agency: null,
  },
  {
    id: "chua-phan-cong",
    name: "Người chưa được phân công (mẫu)",
    shows: "Đăng nhập được nhưng chưa có vai trò",
    role: null,
    agency: null,
  },
]

/** Of all accounts; it is shown on the page, so it keeps nothing from anybody. */
export const DEMO_PASSWORD = "plan43-demo"

export function accountOf(id: string): DemoAccount | null {
  return DEMO_ACCOUNTS.find((account) => account.id === id) ?? null
}

/** @returns the account when the password is right, null in every other case */
export function signInTo(id: string, password: string): DemoAccount | null {
  const account = accountOf(id.trim().toLowerCase())
  return timingSafeEqual(digest(password), digest(DEMO_PASSWORD)) ? account : null
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest()
}

/** What tokens say of an account. */
export function claimsOf({ id, name, role, agency }: DemoAccount) {
  return { sub: id, name, email: `${id}@plan43.example`, email_verified: true, role, agency }
}
