/** International cooperation as its owner records it, and how a report calls it. */
export const LEVEL_IN_WORDS = {
  STATE: "Thỏa thuận cấp Nhà nước",
  GOVERNMENT: "Thỏa thuận cấp Chính phủ",
  CITY: "Thỏa thuận cấp Thành phố",
  AGENCY: "Thỏa thuận cấp cơ quan",
  ORGANISATION: "Thỏa thuận của tổ chức",
} as const
export type AgreementLevel = keyof typeof LEVEL_IN_WORDS

/** The states of agreements that a report tells of. */
export const AGREEMENT_STATE_IN_WORDS = {
  SIGNED: "Đã ký",
  IN_FORCE: "Có hiệu lực",
  AMENDED_OR_RENEWED: "Sửa đổi, gia hạn",
  EXPIRED: "Hết hiệu lực",
} as const
export type AgreementState = keyof typeof AGREEMENT_STATE_IN_WORDS

export const ACTIVITY_KIND_IN_WORDS = {
  DELEGATION_OUT: "Đoàn ra",
  DELEGATION_IN: "Đoàn vào",
  EVENT: "Sự kiện",
  TRAINING_ABROAD: "Đào tạo ở nước ngoài",
  STANDARDS_WORK: "Công tác tiêu chuẩn",
  MULTILATERAL_MEETING: "Hội nghị đa phương",
} as const
export type ActivityKind = keyof typeof ACTIVITY_KIND_IN_WORDS
