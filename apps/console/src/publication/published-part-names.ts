import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { PublishedPart } from "../__generated__/graphql.ts"

/** What of a round the public may be shown, in the order of its page. */
export const publishedPartName: Record<PublishedPart, MessageDescriptor> = {
  TEXT: msg`Lời của Thành phố`,
  TALLIES: msg`Tổng hợp toàn Thành phố`,
  SECTIONS: msg`Kết quả theo nhóm nhiệm vụ`,
  INDICATORS: msg`Kết quả các chỉ tiêu`,
  AGENCIES: msg`Kết quả của các cơ quan`,
  TASKS: msg`Từng nhiệm vụ, với kết quả đã tiếp nhận`,
}
export const publishedParts = Object.keys(publishedPartName) as PublishedPart[]

/** Those that are chosen; what the City says is published where there is something. */
export const chosenParts = publishedParts.filter((part) => part !== "TEXT")
