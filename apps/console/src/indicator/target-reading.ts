import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { TargetKind } from "../__generated__/graphql.ts"

/** What the API understood a target as. */
export interface ReadTarget {
  kind: TargetKind
  minimum?: number | null
  maximum?: number | null
}

/**
 * How the plan's words about a target are understood, in a few words of ours.
 * @param unit as printed, e.g. "%", possibly within a tag of the message; null where the cell is empty
 * @param language for its numbers: Vietnamese writes a decimal comma
 */
export function targetReading(
  { kind, minimum, maximum }: ReadTarget,
  unit: string | null | undefined,
  language: string,
): MessageDescriptor {
  const figure = (value: number | null | undefined) => {
    if (value == null) return ""
    const number = new Intl.NumberFormat(language).format(value)
    return unit ? `${number} ${unit}` : number
  }
  const least = figure(minimum)
  const most = figure(maximum)
  switch (kind) {
    case "AT_LEAST":
      return msg`Ít nhất ${least}`
    case "MORE_THAN":
      return msg`Lớn hơn ${least}`
    case "AT_MOST":
      return msg`Không quá ${most} (càng thấp càng tốt)`
    case "VALUE":
      return msg`Đạt ${least}`
    case "RANGE":
      return msg`Từ ${least} đến ${most}`
    case "RANK_GROUP":
      return msg`Xếp hạng; đánh giá theo minh chứng`
    case "QUALITATIVE":
      return msg`Định tính; đánh giá theo minh chứng`
    case "DIRECTIVE":
      return msg`Chưa có mục tiêu: chờ chỉ đạo`
    case "NONE":
      return msg`Không có mục tiêu riêng; xem các chỉ tiêu thành phần`
  }
}
