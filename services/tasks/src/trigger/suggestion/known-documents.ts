import type { CalendarDate } from "@plan43/calendar"
import { stableId } from "@plan43/published-rows"
import type { TriggerKind } from "../trigger-kind.ts"

/** A document that is known to have been issued since the plan, and the tasks that it probably starts. */
export interface KnownDocumentRow {
  kind: TriggerKind
  /** null where the source gives none: whoever records it looks it up. */
  number: string | null
  name: string
  issuer: string
  issuedOn: CalendarDate | null
  effectiveOn: CalendarDate | null
  /** Where that is read. */
  source: { title: string; link: string }
  /** Codes of tasks of the plan. Some wait for no document by the plan's words; nothing of those would start. */
  taskCodes: readonly string[]
}

/** The plan that the codes are of. */
export const KNOWN_FOR = { number: "43/KH-UBND", issuedOn: "2025-02-14" }

const day = (text: string) => text as CalendarDate

const IN_FORCE_2026 = {
  title: "TTXVN, 31/12/2025: các luật có hiệu lực từ ngày 1/1/2026",
  link: "https://www.vietnamplus.vn/nhieu-luat-quan-trong-co-hieu-luc-tu-ngay-112026-post1085931.vnp",
}
const HANOI_RESOLUTIONS = {
  title: "Kế hoạch 17/KH-UBND ngày 12/01/2026 của UBND Thành phố Hà Nội",
  link: "https://nhansu.vn/van-ban-phap-luat/Ke-hoach-17-KH-UBND-2026-trien-khai-06-Nghi-quyet-ve-khoa-hoc-cong-nghe-doi-moi-sang-tao-Ha-Noi-689386.html",
}
const HANOI_COUNCIL = "HĐND Thành phố Hà Nội"
const NATIONAL_ASSEMBLY = "Quốc hội"

/**
 * Source of the list: DOMAIN.md, "Documents known to have been issued since"; of each document, its own source. What that does
 * not say is left open.
 */
export const knownDocuments: readonly KnownDocumentRow[] = [
  {
    kind: "LAW",
    number: "93/2025/QH15",
    name: "Luật Khoa học, công nghệ và đổi mới sáng tạo",
    issuer: NATIONAL_ASSEMBLY,
    issuedOn: day("2025-06-27"),
    effectiveOn: day("2025-10-01"),
    source: {
      title: "Báo Mới, 27/6/2025: Kỳ họp thứ 9, Quốc hội khóa XV thông qua 7 luật",
      link: "https://baomoi.net.vn/ky-hop-thu-9-quoc-hoi-khoa-xv-thong-qua-7-luat-quan-trong-c52610715.epi",
    },
    taskCodes: ["14", "26"],
  },
  {
    kind: "LAW",
    number: "94/2025/QH15",
    name: "Luật Năng lượng nguyên tử",
    issuer: NATIONAL_ASSEMBLY,
    issuedOn: day("2025-06-27"),
    effectiveOn: day("2026-01-01"),
    source: {
      title: "Báo Lâm Đồng: đã có Luật Năng lượng nguyên tử 2025",
      link: "https://baolamdong.vn/da-co-luat-nang-luong-nguyen-tu-2025-luat-so-94-2025-qh15-382638.html",
    },
    taskCodes: ["15"],
  },
  {
    kind: "LAW",
    number: "78/2025/QH15",
    name: "Luật sửa đổi, bổ sung một số điều của Luật Chất lượng sản phẩm, hàng hóa",
    issuer: NATIONAL_ASSEMBLY,
    issuedOn: day("2025-06-18"),
    effectiveOn: day("2026-01-01"),
    source: {
      title: "VITEST: Luật Chất lượng sản phẩm, hàng hóa sửa đổi 2025",
      link: "https://www.vitest.com.vn/van-ban/luat-chat-luong-san-pham-hang-sua-doi-2025-1005.html",
    },
    taskCodes: ["16"],
  },
  {
    kind: "LAW",
    number: null,
    name: "Luật sửa đổi, bổ sung một số điều của Luật Tiêu chuẩn và quy chuẩn kỹ thuật",
    issuer: NATIONAL_ASSEMBLY,
    issuedOn: day("2025-06-14"),
    effectiveOn: day("2026-01-01"),
    source: {
      title: "Báo Mới, 7/2025: hai luật sửa đổi, bổ sung về tiêu chuẩn và chất lượng sản phẩm",
      link: "https://baomoi.net.vn/co-gi-moi-tu-hai-luat-sua-doi-bo-sung-ve-tieu-chuan-va-chat-luong-san-pham-c52693703.epi",
    },
    taskCodes: ["17"],
  },
  {
    kind: "LAW",
    number: null,
    name: "Luật Ngân sách nhà nước",
    issuer: NATIONAL_ASSEMBLY,
    issuedOn: null,
    effectiveOn: day("2026-01-01"),
    source: IN_FORCE_2026,
    taskCodes: ["18"],
  },
  {
    kind: "LAW",
    number: null,
    name: "Luật Công nghiệp công nghệ số",
    issuer: NATIONAL_ASSEMBLY,
    issuedOn: day("2025-06-14"),
    effectiveOn: day("2026-01-01"),
    source: {
      title: "Nông nghiệp hữu cơ: Luật Công nghiệp công nghệ số tạo nền tảng pháp lý đồng bộ để phát triển",
      link: "https://www.nongnghiephuuco.vn/luat-cong-nghiep-cong-nghe-so-tao-nen-tang-phap-ly-dong-bo-de-phat-trien-7543.html",
    },
    taskCodes: ["21"],
  },
  {
    kind: "LAW",
    number: null,
    name: "Luật Nhà giáo",
    issuer: NATIONAL_ASSEMBLY,
    issuedOn: day("2025-06-16"),
    effectiveOn: day("2026-01-01"),
    source: {
      title: "THCS Đông Hải: Quốc hội khóa XV chính thức thông qua Luật Nhà giáo",
      link: "https://thcsdonghai.haiphong.edu.vn/chuyen-muc-ban-doc/quoc-hoi-khoa-xv-da-chinh-thuc-thong-qua-luat-nha-giao/ct/16351/432823",
    },
    taskCodes: ["22"],
  },
  {
    kind: "DECREE",
    number: "313/2025/NĐ-CP",
    name: "Nghị định quy định về quản lý và sử dụng viện trợ không hoàn lại không thuộc hỗ trợ phát triển chính thức của cơ quan, tổ chức, cá nhân nước ngoài dành cho Việt Nam",
    issuer: "Chính phủ",
    issuedOn: day("2025-12-08"),
    effectiveOn: day("2025-12-08"),
    source: {
      title: "TTXVN, 10/12/2025: thay thế Nghị định 80/2020/NĐ-CP",
      link: "https://www.vietnamplus.vn/quy-dinh-moi-ve-quan-ly-va-su-dung-vien-tro-khong-hoan-lai-post1082266.vnp",
    },
    taskCodes: ["34"],
  },
  {
    kind: "DECISION",
    number: "1131/QĐ-TTg",
    name: "Quyết định về Danh mục công nghệ chiến lược và sản phẩm công nghệ chiến lược",
    issuer: "Thủ tướng Chính phủ",
    issuedOn: day("2025-06-12"),
    effectiveOn: null,
    source: {
      title: "Khoa học và Phát triển, 13/6/2025: Việt Nam ban hành danh mục 11 công nghệ chiến lược",
      link: "https://khoahocphattrien.vn/su-kien/viet-nam-ban-hanh-danh-muc-11-cong-nghe-chien-luoc/20250613070233145p1c882.htm",
    },
    taskCodes: ["44"],
  },
  {
    kind: "RESOLUTION",
    number: "29/2025/NQ-HĐND",
    name: "Nghị quyết quy định một số nội dung về thử nghiệm có kiểm soát tại thành phố Hà Nội",
    issuer: HANOI_COUNCIL,
    issuedOn: day("2025-09-29"),
    effectiveOn: null,
    source: HANOI_RESOLUTIONS,
    taskCodes: ["25", "47"],
  },
  {
    kind: "RESOLUTION",
    number: "30/2025/NQ-HĐND",
    name: "Nghị quyết về việc phê duyệt Đề án thí điểm thành lập Quỹ Đầu tư mạo hiểm thành phố Hà Nội",
    issuer: HANOI_COUNCIL,
    issuedOn: day("2025-09-29"),
    effectiveOn: null,
    source: HANOI_RESOLUTIONS,
    taskCodes: ["27"],
  },
  {
    kind: "RESOLUTION",
    number: "34/2025/NQ-HĐND",
    name: "Nghị quyết về một số chính sách phát triển khoa học, công nghệ của thành phố Hà Nội",
    issuer: HANOI_COUNCIL,
    issuedOn: day("2025-09-29"),
    effectiveOn: null,
    source: HANOI_RESOLUTIONS,
    taskCodes: ["44"],
  },
]

/** What names a known document for ever: its issuer and name. */
export function knownDocumentId({ issuer, name }: Pick<KnownDocumentRow, "issuer" | "name">): string {
  return stableId("known-document", issuer, name)
}

/** What names the suggestion that a known document is the one that a task waits for. */
export function suggestionId(knownId: string, triggerId: string): string {
  return stableId("known-document", knownId, triggerId)
}
