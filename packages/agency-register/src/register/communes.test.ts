import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { communeCommittees } from "./communes.ts"
import { CommunesInvalid, readCommunesCsv } from "./read-communes-csv.ts"

describe("the communal level from 1 July 2025", () => {
  test("has 51 wards and 75 communes", () => {
    const of = (level: string) =>
      communeCommittees.filter(({ name }) => name.startsWith(`Ủy ban nhân dân ${level} `))
    expect(of("phường")).toHaveLength(51)
    expect(of("xã")).toHaveLength(75)
    expect(communeCommittees).toHaveLength(126)
  })

  test("has readable codes, each once", () => {
    const codes = communeCommittees.map(({ code }) => code)
    expect(new Set(codes).size).toBe(126)
    expect(codes).toContain("ubnd-phuong-van-mieu-quoc-tu-giam")
    expect(codes).toContain("ubnd-xa-o-dien")
    expect(codes.every((code) => /^ubnd-(xa|phuong)(-[a-z0-9]+)+$/.test(code))).toBe(true)
  })
})

describe("a list of communes", () => {
  const heading = "mã số,cấp,tên\n"

  test.each([
    ["code,level,name\n", "dòng 1, cột “mã số”: hàng tiêu đề"],
    [`${heading}00070,Phường`, "dòng 2, cột “mã số”: cần 3 ô, có 2"],
    [`${heading}70,Phường,Hoàn Kiếm`, "dòng 2, cột “mã số”: “70” không phải mã số năm chữ số"],
    [`${heading}00070,Quận,Hoàn Kiếm`, "dòng 2, cột “cấp”: “Quận” không phải Xã hay Phường"],
    [`${heading}00070,Phường, `, "dòng 2, cột “tên”: tên trống"],
    [`${heading}00070,Phường,A\n00070,Xã,B`, "dòng 3, cột “mã số”: “00070” đã có"],
    [`${heading}00070,Phường,A\n00071,Phường,A`, "dòng 3, cột “tên”: “Phường A” đã có"],
  ])("that is %j is refused: %s", (text, message) => {
    expect(() => readCommunesCsv(text)).toThrow(message)
  })

  test("of any text is read or refused, never anything else", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          readCommunesCsv(heading + text)
        } catch (error) {
          expect(error).toBeInstanceOf(CommunesInvalid)
        }
      }),
    )
  })
})
