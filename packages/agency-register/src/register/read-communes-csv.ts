import type { AgencyRecord } from "../agency-record.ts"
import { FIRST_COMMUNE_DAY } from "./districts.ts"

const COLUMNS = ["mã số", "cấp", "tên"] as const
const LEVELS = ["Phường", "Xã"] as const
const UNIT_CODE = /^\d{5}$/

/** A line of the list is not as it must be; the message names line and column. */
export class CommunesInvalid extends Error {
  constructor(line: number, column: string, why: string) {
    super(`dòng ${line}, cột “${column}”: ${why}`)
    this.name = "CommunesInvalid"
  }
}

/** A readable slug: lower case, no diacritics, words joined by hyphens. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
}

/**
 * Reads a list of communes and wards, one a line: unit code of the statistics office (five digits), “Xã” or “Phường”,
 * name.
 * @param text CSV with the heading "mã số,cấp,tên"; names hold no comma
 * @returns their People's Committees, existing from 1 July 2025
 * @throws CommunesInvalid naming the first line and column at fault
 */
export function readCommunesCsv(text: string): AgencyRecord[] {
  const [heading, ...lines] = text.replace(/^\uFEFF/, "").split(/\r?\n/)
  if (heading !== COLUMNS.join(","))
    throw new CommunesInvalid(1, COLUMNS[0], `hàng tiêu đề phải là “${COLUMNS.join(",")}”`)
  if (lines.at(-1) === "") lines.pop()
  const seen = new Set<string>()
  const unique = (value: string, line: number, column: string) => {
    if (seen.has(value)) throw new CommunesInvalid(line, column, `“${value}” đã có ở dòng trên`)
    seen.add(value)
  }
  return lines.map((text, index) => {
    const line = index + 2
    const cells = text.split(",")
    if (cells.length !== COLUMNS.length)
      throw new CommunesInvalid(line, COLUMNS[0], `cần ${COLUMNS.length} ô, có ${cells.length}`)
    const [unit = "", level = "", name = ""] = cells.map((cell) => cell.trim())
    if (!UNIT_CODE.test(unit))
      throw new CommunesInvalid(line, COLUMNS[0], `“${unit}” không phải mã số năm chữ số`)
    if (!LEVELS.some((known) => known === level))
      throw new CommunesInvalid(line, COLUMNS[1], `“${level}” không phải Xã hay Phường`)
    if (name === "") throw new CommunesInvalid(line, COLUMNS[2], "tên trống")
    unique(unit, line, COLUMNS[0])
    unique(`${level} ${name}`, line, COLUMNS[2])
    const lower = level.toLowerCase()
    return {
      code: `ubnd-${slugOf(level)}-${slugOf(name)}`,
      name: `Ủy ban nhân dân ${lower} ${name}`,
      shortName: `UBND ${lower} ${name}`,
      aliases: [],
      kind: "COMMUNE_COMMITTEE",
      validFrom: FIRST_COMMUNE_DAY,
      validTo: null,
      note: `Mã đơn vị hành chính ${unit}`,
    }
  })
}
