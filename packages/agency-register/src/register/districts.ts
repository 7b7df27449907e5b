import { type CalendarDate, dayOf } from "@plan43/calendar"
import type { AgencyRecord } from "../agency-record.ts"

/** The last day of the district level. */
export const LAST_DISTRICT_DAY: CalendarDate = dayOf(2025, 6, 30)
/** The first day on which communes and wards answer for what districts were given. */
export const FIRST_COMMUNE_DAY: CalendarDate = dayOf(2025, 7, 1)

const NAMES = {
  quận: [
    ["ba-dinh", "Ba Đình"],
    ["hoan-kiem", "Hoàn Kiếm"],
    ["tay-ho", "Tây Hồ"],
    ["long-bien", "Long Biên"],
    ["cau-giay", "Cầu Giấy"],
    ["dong-da", "Đống Đa"],
    ["hai-ba-trung", "Hai Bà Trưng"],
    ["hoang-mai", "Hoàng Mai"],
    ["thanh-xuan", "Thanh Xuân"],
    ["ha-dong", "Hà Đông"],
    ["bac-tu-liem", "Bắc Từ Liêm"],
    ["nam-tu-liem", "Nam Từ Liêm"],
  ],
  huyện: [
    ["soc-son", "Sóc Sơn"],
    ["dong-anh", "Đông Anh"],
    ["gia-lam", "Gia Lâm"],
    ["thanh-tri", "Thanh Trì"],
    ["me-linh", "Mê Linh"],
    ["ba-vi", "Ba Vì"],
    ["phuc-tho", "Phúc Thọ"],
    ["dan-phuong", "Đan Phượng"],
    ["hoai-duc", "Hoài Đức"],
    ["quoc-oai", "Quốc Oai"],
    ["thach-that", "Thạch Thất"],
    ["chuong-my", "Chương Mỹ"],
    ["thanh-oai", "Thanh Oai"],
    ["thuong-tin", "Thường Tín"],
    ["phu-xuyen", "Phú Xuyên"],
    ["ung-hoa", "Ứng Hòa"],
    ["my-duc", "Mỹ Đức"],
  ],
  "thị xã": [["son-tay", "Sơn Tây"]],
} as const

/** The 30 district-level committees: 12 urban districts, 17 rural districts, one town. */
export const districtCommittees: readonly AgencyRecord[] = Object.entries(NAMES).flatMap(([level, names]) =>
  names.map(([slug, name]) => ({
    code: `ubnd-${slug}`,
    name: `Ủy ban nhân dân ${level} ${name}`,
    shortName: `UBND ${level} ${name}`,
    aliases: [],
    kind: "DISTRICT_COMMITTEE" as const,
    validFrom: null,
    validTo: LAST_DISTRICT_DAY,
    note: "Cấp huyện kết thúc hoạt động từ ngày 01/7/2025; xã, phường nào tiếp nhận việc của từng quận, huyện không suy ra được từ nguồn, vì địa giới được chia lại",
  })),
)
