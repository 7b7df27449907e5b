import { GRANTABLE_SCOPES } from "@plan43/authorization"
import type { CalendarDate } from "@plan43/calendar"
import { addDays, inFigures } from "@plan43/calendar"
import type { Refusal } from "@plan43/subgraph"

/** All that is decided about a system; a change gives all of it again. */
export interface ApiClientDetails {
  name: string
  owner: string
  contact: string
  purpose: string
  /** Of those that may be granted; none for a system that reads only what is published. */
  scopes: readonly string[]
  quotaPerMinute: number
  /** The last day on which it may ask. */
  expiresOn: CalendarDate
}

/** Characters of the longest text, by input. */
const LONGEST = { name: 200, owner: 200, contact: 500, purpose: 2_000 } as const

/** Requests that may be granted in a minute. */
const LARGEST_QUOTA = 6_000

/** Days after which a credential must be looked at again. */
const LONGEST_LIFE = 730

const NAMES = {
  name: "Tên hệ thống",
  owner: "Đơn vị chủ quản",
  contact: "Đầu mối liên hệ",
  purpose: "Mục đích",
}

/**
 * What is wrong with the details: TEXT_MISSING, TEXT_TOO_LONG, SCOPE_NOT_GRANTABLE, QUOTA_OUT_OF_RANGE,
 * EXPIRY_PAST, EXPIRY_TOO_LATE.
 */
export function detailRefusals(details: ApiClientDetails, today: CalendarDate): Refusal[] {
  return [
    ...(["name", "owner", "contact", "purpose"] as const).flatMap((field) =>
      textRefusals(field, details[field]),
    ),
    ...scopeRefusals(details.scopes),
    ...quotaRefusals(details.quotaPerMinute),
    ...expiryRefusals(details.expiresOn, today),
  ]
}

function textRefusals(field: keyof typeof LONGEST, text: string): Refusal[] {
  if (text.trim() === "")
    return [{ reason: "TEXT_MISSING", field, message: `${NAMES[field]} không được để trống` }]
  if (text.length <= LONGEST[field]) return []
  const message = `${NAMES[field]} dài ${text.length} ký tự; nhiều nhất ${LONGEST[field]} ký tự`
  return [{ reason: "TEXT_TOO_LONG", field, message }]
}

function scopeRefusals(scopes: readonly string[]): Refusal[] {
  const wrong = scopes.filter((scope) => !GRANTABLE_SCOPES.some((grantable) => grantable === scope))
  if (wrong.length === 0) return []
  const message = `Không cấp được phạm vi “${wrong.join("”, “")}”; có thể cấp: ${GRANTABLE_SCOPES.join(", ")}`
  return [{ reason: "SCOPE_NOT_GRANTABLE", field: "scopes", message }]
}

function quotaRefusals(quota: number): Refusal[] {
  if (quota >= 1 && quota <= LARGEST_QUOTA) return []
  const message = `Hạn mức là ${quota}; cần một số từ 1 đến ${LARGEST_QUOTA} yêu cầu mỗi phút`
  return [{ reason: "QUOTA_OUT_OF_RANGE", field: "quotaPerMinute", message }]
}

function expiryRefusals(expiresOn: CalendarDate, today: CalendarDate): Refusal[] {
  const latest = addDays(today, LONGEST_LIFE)
  if (expiresOn < today)
    return [
      { reason: "EXPIRY_PAST", field: "expiresOn", message: `Ngày hết hạn ${inFigures(expiresOn)} đã qua` },
    ]
  if (expiresOn > latest) {
    const message = `Ngày hết hạn ${expiresOn} quá xa; muộn nhất là ${latest}, sau đó cấp lại`
    return [{ reason: "EXPIRY_TOO_LATE", field: "expiresOn", message }]
  }
  return []
}
