/** What stands in the way, as tasks records it, and how a report calls it. */
export const CATEGORY_IN_WORDS = {
  LEGAL: "Cơ chế, quy định",
  FUNDING: "Kinh phí",
  PEOPLE: "Nhân lực",
  PROCUREMENT: "Đấu thầu, mua sắm",
  DATA_AND_INFRASTRUCTURE: "Dữ liệu, hạ tầng số",
  COORDINATION: "Phối hợp giữa các cơ quan",
  OTHER: "Khác",
} as const
export type ObstacleCategory = keyof typeof CATEGORY_IN_WORDS

/** To whom a proposal is addressed. */
export const ADDRESSEE_IN_WORDS = {
  CITY: "UBND Thành phố",
  CENTRAL_GOVERNMENT: "Cơ quan Trung ương",
  DEPARTMENT: "Sở Khoa học và Công nghệ",
  AGENCY: "Cơ quan khác của Thành phố",
} as const
export type ObstacleAddressee = keyof typeof ADDRESSEE_IN_WORDS

/** How far an obstacle has come that is a matter of a report. */
export const OBSTACLE_STATE_IN_WORDS = {
  RAISED: "Chờ sàng lọc",
  RETURNED: "Chờ cơ quan làm rõ",
  ACCEPTED: "Đang xử lý",
  SENT_UP: "Chờ Thành phố quyết định",
  DECIDED: "Đã có quyết định",
  ANSWERED: "Đã trả lời",
} as const
export type ObstacleState = keyof typeof OBSTACLE_STATE_IN_WORDS
