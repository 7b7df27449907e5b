import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { DeadlineKind } from "../__generated__/graphql.ts"

/** The name of each form of deadline, in the plan's order of strictness. */
export const deadlineKindName: Record<DeadlineKind, MessageDescriptor> = {
  MONTH: msg`Theo tháng`,
  QUARTER: msg`Theo quý`,
  YEAR: msg`Theo năm`,
  YEAR_RANGE: msg`Nhiều năm`,
  ANNUAL: msg`Hằng năm`,
  OPEN_ENDED: msg`Các năm tiếp theo`,
  CONTINUOUS: msg`Thường xuyên, không thời hạn`,
  AFTER_TRIGGER: msg`Sau khi có văn bản`,
  ON_GUIDANCE: msg`Theo hướng dẫn`,
  PHASED: msg`Theo giai đoạn`,
}

export const deadlineKinds = Object.keys(deadlineKindName) as DeadlineKind[]
