import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type {
  ObstacleAction,
  ObstacleAddressee,
  ObstacleCategory,
  ObstacleState,
} from "../__generated__/graphql.ts"

/** What an obstacle waits for, or how it ended; those that wait first. */
export const obstacleStateName: Record<ObstacleState, MessageDescriptor> = {
  RAISED: msg`Chờ sàng lọc`,
  RETURNED: msg`Chờ cơ quan làm rõ`,
  ACCEPTED: msg`Đang xử lý`,
  SENT_UP: msg`Chờ Thành phố quyết định`,
  DECIDED: msg`Chờ trả lời cơ quan`,
  ANSWERED: msg`Đã trả lời`,
  DECLINED: msg`Không tiếp nhận`,
  MERGED: msg`Đã gộp`,
  WITHDRAWN: msg`Đã rút`,
}
export const obstacleStates = Object.keys(obstacleStateName) as ObstacleState[]

export const obstacleCategoryName: Record<ObstacleCategory, MessageDescriptor> = {
  LEGAL: msg`Cơ chế, quy định`,
  FUNDING: msg`Kinh phí`,
  PEOPLE: msg`Nhân lực`,
  PROCUREMENT: msg`Đấu thầu, mua sắm`,
  DATA_AND_INFRASTRUCTURE: msg`Dữ liệu, hạ tầng số`,
  COORDINATION: msg`Phối hợp giữa các cơ quan`,
  OTHER: msg`Khác`,
}
export const obstacleCategories = Object.keys(obstacleCategoryName) as ObstacleCategory[]

export const obstacleAddresseeName: Record<ObstacleAddressee, MessageDescriptor> = {
  DEPARTMENT: msg`Sở Khoa học và Công nghệ`,
  CITY: msg`UBND Thành phố`,
  AGENCY: msg`Cơ quan khác của Thành phố`,
  CENTRAL_GOVERNMENT: msg`Cơ quan Trung ương`,
}

/** What was done, in a list of steps. */
export const stepName: Record<ObstacleAction, MessageDescriptor> = {
  RAISE: msg`Nêu vướng mắc`,
  ACCEPT: msg`Tiếp nhận`,
  RETURN: msg`Hỏi lại cơ quan`,
  REPLY: msg`Cơ quan làm rõ`,
  DECLINE: msg`Không tiếp nhận`,
  SEND_UP: msg`Trình Thành phố`,
  DECIDE: msg`Thành phố quyết định`,
  ANSWER: msg`Trả lời cơ quan`,
  MERGE: msg`Gộp vào vướng mắc khác`,
  UNMERGE: msg`Tách lại`,
  WITHDRAW: msg`Rút vướng mắc`,
}
