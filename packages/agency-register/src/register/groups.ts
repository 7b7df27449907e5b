import type { AgencyRecord, MembershipRecord } from "../agency-record.ts"
import { departments, equivalentBodies } from "./bodies.ts"
import { communeCommittees } from "./communes.ts"
import { districtCommittees, FIRST_COMMUNE_DAY, LAST_DISTRICT_DAY } from "./districts.ts"

function group(code: string, name: string, aliases: readonly string[], note: string): AgencyRecord {
  return { code, name, shortName: null, aliases, kind: "GROUP", validFrom: null, validTo: null, note }
}

const MEMBERS_UNKNOWN = "Kế hoạch không nói là những đơn vị nào, nên không liệt kê được thành viên"

/** The classes of bodies that the plan names as one. */
export const groups: readonly AgencyRecord[] = [
  group(
    "cac-so-ban-nganh",
    "Các sở, ban, ngành",
    [
      "Các sở, ban, ngành Thành phố",
      "Các sở, ngành",
      "Các sở ngành",
      "Các ngành",
      "Các sở, ngành theo chức năng, nhiệm vụ",
    ],
    "Các sở và cơ quan tương đương của Thành phố; “theo chức năng, nhiệm vụ” (nhiệm vụ 119, 133) là mọi sở, ngành, mỗi nơi phần việc của mình",
  ),
  group("so-nganh-lien-quan", "Các sở, ngành liên quan", ["Các sở, ngành, liên quan"], MEMBERS_UNKNOWN),
  group("so-nganh-chu-quan-csdl", "Các sở, ngành là chủ quản CSDL chuyên ngành", [], MEMBERS_UNKNOWN),
  group("co-quan-thuoc-tp", "Các cơ quan thuộc Thành phố", [], MEMBERS_UNKNOWN),
  {
    ...group(
      "ubnd-quan-huyen-thi-xa",
      "UBND các quận, huyện, thị xã",
      ["Các quận, huyện, thị xã", "Quận, huyện, thị xã"],
      "30 đơn vị cấp huyện, đến hết ngày 30/6/2025",
    ),
    validTo: LAST_DISTRICT_DAY,
  },
  {
    ...group(
      "ubnd-xa-phuong",
      "UBND các xã, phường",
      ["UBND các phường, xã", "UBND cấp xã"],
      "126 xã, phường từ ngày 01/7/2025, thay cho cấp huyện; kế hoạch không gọi tên nhóm này",
    ),
    validFrom: FIRST_COMMUNE_DAY,
  },
  group(
    "dia-phuong",
    "Địa phương",
    ["Các địa phương"],
    "Cấp huyện đến hết ngày 30/6/2025; từ ngày 01/7/2025 là 126 xã, phường",
  ),
  group("don-vi-lien-quan", "Các đơn vị liên quan", ["Đơn vị liên quan", "Đơn vị"], MEMBERS_UNKNOWN),
  group("co-quan-lien-quan", "Các cơ quan liên quan", ["Cơ quan liên quan"], MEMBERS_UNKNOWN),
  group("co-quan-bao-chi", "Các cơ quan báo chí", ["Cơ quan báo chí"], MEMBERS_UNKNOWN),
  group(
    "doanh-nghiep-vien-thong",
    "Các doanh nghiệp viễn thông",
    ["Doanh nghiệp viễn thông"],
    MEMBERS_UNKNOWN,
  ),
  group("co-quan-dang", "Các cơ quan Đảng", [], MEMBERS_UNKNOWN),
]

/** A body belongs to its group for as long as it exists. */
function belongs(groupCode: string) {
  return ({ code, validFrom, validTo }: AgencyRecord): MembershipRecord => ({
    groupCode,
    memberCode: code,
    from: validFrom,
    to: validTo,
  })
}

/** Who belongs to the groups whose members can be listed. */
export const memberships: readonly MembershipRecord[] = [
  ...[...departments, ...equivalentBodies].map(belongs("cac-so-ban-nganh")),
  ...districtCommittees.map(belongs("ubnd-quan-huyen-thi-xa")),
  ...communeCommittees.map(belongs("ubnd-xa-phuong")),
  ...[...districtCommittees, ...communeCommittees].map(belongs("dia-phuong")),
]
