/** A day that is not what its place in the week says. */
export interface KnownException {
  day: string
  kind: "OFF" | "WORKED"
  name: string
  source: string
}

const LABOUR_CODE = "Bộ luật Lao động 45/2019/QH14, Điều 111, 112"
const OF_2025 = "Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024"
const OF_2026 = "Thông báo 9441/TB-BNV ngày 22/10/2025"

const off = (name: string, source: string, ...days: string[]): KnownException[] =>
  days.map((day) => ({ day, kind: "OFF", name, source }))
const worked = (name: string, source: string, day: string): KnownException[] => [
  { day, kind: "WORKED", name, source },
]

/**
 * Weekdays off and Saturdays worked, 2025 to 2027: what the ministry announced, and for 2027 what the law itself fixes.
 * Written down without the announcements at hand, so a coordinator holds each day against its source before relying on
 * it, and adds what is announced later; they decide when notices are told and nothing else.
 */
export const KNOWN_EXCEPTIONS: readonly KnownException[] = [
  ...off("Tết Dương lịch", LABOUR_CODE, "2025-01-01", "2026-01-01", "2027-01-01"),
  ...off("Tết Ất Tỵ", OF_2025, "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"),
  ...off("Giỗ Tổ Hùng Vương", LABOUR_CODE, "2025-04-07", "2026-04-27", "2027-04-16"),
  ...off("Ngày Chiến thắng và Quốc tế lao động", LABOUR_CODE, "2025-04-30", "2025-05-01"),
  ...off("Nghỉ hoán đổi với ngày 26/4/2025", OF_2025, "2025-05-02"),
  ...worked("Làm bù cho ngày 02/5/2025", OF_2025, "2025-04-26"),
  ...off("Quốc khánh", OF_2025, "2025-09-01", "2025-09-02"),
  ...off("Tết Bính Ngọ", OF_2026, "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"),
  ...off("Ngày Chiến thắng và Quốc tế lao động", LABOUR_CODE, "2026-04-30", "2026-05-01"),
  ...off("Nghỉ hoán đổi với ngày 22/8/2026", OF_2026, "2026-08-31"),
  ...worked("Làm bù cho ngày 31/8/2026", OF_2026, "2026-08-22"),
  ...off("Quốc khánh", OF_2026, "2026-09-01", "2026-09-02"),
  ...off("Tết Đinh Mùi, mùng 3", LABOUR_CODE, "2027-02-08"),
  ...off("Ngày Chiến thắng", LABOUR_CODE, "2027-04-30"),
  ...off("Quốc tế lao động, nghỉ bù", LABOUR_CODE, "2027-05-03"),
  ...off("Quốc khánh", LABOUR_CODE, "2027-09-02"),
]
