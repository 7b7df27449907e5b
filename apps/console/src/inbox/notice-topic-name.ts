import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import { NoticeTopic } from "../__generated__/graphql.ts"

/** What notices are about, to people. */
export const noticeTopicName: Record<NoticeTopic, MessageDescriptor> = {
  PROGRESS: msg`Tiến độ nhiệm vụ`,
  DEADLINES: msg`Thời hạn, gia hạn`,
  DOCUMENTS: msg`Văn bản mà nhiệm vụ chờ`,
  INDICATORS: msg`Số liệu chỉ tiêu`,
  OBSTACLES: msg`Vướng mắc`,
  REMINDERS: msg`Đôn đốc`,
  REPORTS: msg`Kỳ báo cáo`,
  AGENCIES: msg`Sắp xếp cơ quan`,
  DIGEST: msg`Tổng hợp hằng tuần`,
}

/** In the order in which people think of them. */
export const noticeTopics: readonly NoticeTopic[] = [
  NoticeTopic.Progress,
  NoticeTopic.Deadlines,
  NoticeTopic.Reminders,
  NoticeTopic.Documents,
  NoticeTopic.Obstacles,
  NoticeTopic.Indicators,
  NoticeTopic.Reports,
  NoticeTopic.Agencies,
  NoticeTopic.Digest,
]
