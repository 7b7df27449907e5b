import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { TargetKind } from "../__generated__/graphql.ts"

/** The name of each form of target. */
export const targetKindName: Record<TargetKind, MessageDescriptor> = {
  AT_LEAST: msg`Ít nhất`,
  MORE_THAN: msg`Lớn hơn`,
  AT_MOST: msg`Không quá`,
  VALUE: msg`Đạt một giá trị`,
  RANGE: msg`Trong khoảng`,
  RANK_GROUP: msg`Thuộc nhóm xếp hạng`,
  QUALITATIVE: msg`Định tính`,
  DIRECTIVE: msg`Theo chỉ đạo`,
  NONE: msg`Đề mục của các chỉ tiêu thành phần`,
}

export const targetKinds = Object.keys(targetKindName) as TargetKind[]
