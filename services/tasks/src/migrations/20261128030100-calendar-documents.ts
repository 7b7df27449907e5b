import { Migration } from "@mikro-orm/migrations"

const SWAP_OF_2026 = "Đề xuất của Bộ Nội vụ về hoán đổi ngày làm việc dịp Tết Dương lịch 2026"
const TET_OF_2027 =
  "Bộ luật Lao động 45/2019/QH14, Điều 111, 112: ngày chung của hai phương án (nghỉ 1 ngày trước và 4 ngày sau, hoặc 2 ngày trước và 3 ngày sau); chờ thông báo"

/** Days that were not written down before; like those, held against no announcement. */
const LATER_KNOWN = [
  ["2026-01-02", "OFF", "Nghỉ hoán đổi với ngày 10/1/2026", SWAP_OF_2026],
  ["2026-01-10", "WORKED", "Làm bù cho ngày 02/1/2026", SWAP_OF_2026],
  ["2027-02-05", "OFF", "Tết Đinh Mùi, 29 tháng Chạp", TET_OF_2027],
  ["2027-02-09", "OFF", "Tết Đinh Mùi, nghỉ bù", TET_OF_2027],
  ["2027-02-10", "OFF", "Tết Đinh Mùi, nghỉ bù", TET_OF_2027],
] as const

/** The document that announced a day off or worked; a day is confirmed once a coordinator has held it against one. */
export class Migration20261128030100 extends Migration {
  override up(): void {
    this.addSql(`
      alter table calendar_exception
        add column document_number text,
        add column document_issued_on date,
        add column document_issuer text,
        add column document_link text,
        add column confirmed_on date,
        add constraint calendar_exception_confirmed check ((confirmed_on is null) = (document_number is null))`)
    for (const [day, kind, name, source] of LATER_KNOWN)
      this.addSql(
        `insert into calendar_exception (day, kind, name, source) values ('${day}', '${kind}', '${name}', '${source}')
         on conflict (day) where withdrawn_at is null do nothing`,
      )
  }
}
