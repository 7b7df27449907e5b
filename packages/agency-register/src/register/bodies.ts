import { type CalendarDate, dayOf } from "@plan43/calendar"
import type { AgencyKind, AgencyRecord } from "../agency-record.ts"

/** The first day of the departments after the mergers, and the last day of those that ended. */
export const MERGERS: CalendarDate = dayOf(2025, 3, 1)
const BEFORE_MERGERS: CalendarDate = dayOf(2025, 2, 28)

/** What merged, created and ended departments, and where that was read. */
export const REORGANISATION =
  "Nghị quyết HĐND Thành phố thông qua tại kỳ họp thứ 21 ngày 25/02/2025, hiệu lực từ 01/3/2025 (nld.com.vn, thanhnien.vn, 25/02/2025)"
/** What merged the City's press, and where that was read. */
export const PRESS_MERGER =
  "Quyết định 1115-QĐ/TU ngày 30/01/2026 của Ban Thường vụ Thành ủy Hà Nội (viettimes.vn, 05/02/2026)"
/** The first day of the merged press body, and the last day of the six before it. */
export const PRESS_MERGED_ON: CalendarDate = dayOf(2026, 1, 30)
const BEFORE_PRESS_MERGER: CalendarDate = dayOf(2026, 1, 29)

type Facts = Partial<Omit<AgencyRecord, "code" | "name" | "kind">>

const NAMED_BY_THE_PLAN = "Tên theo Kế hoạch 43/KH-UBND"

function body(kind: AgencyKind, code: string, name: string, facts: Facts = {}): AgencyRecord {
  return {
    code,
    name,
    kind,
    shortName: null,
    aliases: [],
    validFrom: null,
    validTo: null,
    note: NAMED_BY_THE_PLAN,
    ...facts,
  }
}

const NAMED_BEFORE_IT_EXISTED = `Kế hoạch ban hành ngày 14/02/2025 đã gọi tên cơ quan này trước khi thành lập: ${REORGANISATION}`
const ENDED_BY_REORGANISATION = `Kế hoạch không gọi tên. Kết thúc khi sắp xếp: ${REORGANISATION}`
const LATER_NAMES_UNCONFIRMED = `${NAMED_BY_THE_PLAN}; việc tổ chức lại ngành dọc từ năm 2025 chưa có nguồn xác nhận nên chưa ghi cơ quan kế thừa`

function ended(kind: AgencyKind, code: string, name: string, facts: Facts = {}): AgencyRecord {
  return body(kind, code, name, {
    validTo: BEFORE_MERGERS,
    note: ENDED_BY_REORGANISATION,
    ...facts,
  })
}

function pressUntilMerger(code: string, name: string, facts: Facts = {}): AgencyRecord {
  return body("PRESS", code, name, {
    validTo: BEFORE_PRESS_MERGER,
    note: `Một trong sáu cơ quan báo chí được sáp nhập: ${PRESS_MERGER}`,
    ...facts,
  })
}

/** Departments of the City, those that ended on 1 March 2025 included. */
export const departments: readonly AgencyRecord[] = [
  body("DEPARTMENT", "so-khcn", "Sở Khoa học và Công nghệ", {
    shortName: "Sở KH&CN",
    aliases: ["Sở Khoa học, Công nghệ", "Sở KHCN"],
    note: `${NAMED_BY_THE_PLAN}; nhiệm vụ 45 in là “Sở Khoa học, Công nghệ”`,
  }),
  body("DEPARTMENT", "so-tai-chinh", "Sở Tài chính", { shortName: "Sở TC" }),
  body("DEPARTMENT", "so-noi-vu", "Sở Nội vụ", { shortName: "Sở NV" }),
  body("DEPARTMENT", "so-xay-dung", "Sở Xây dựng", { shortName: "Sở XD" }),
  body("DEPARTMENT", "so-nnmt", "Sở Nông nghiệp và Môi trường", {
    shortName: "Sở NN&MT",
    validFrom: MERGERS,
    note: NAMED_BEFORE_IT_EXISTED,
  }),
  body("DEPARTMENT", "so-dan-toc-ton-giao", "Sở Dân tộc và Tôn giáo", {
    shortName: "Sở DT&TG",
    validFrom: MERGERS,
    note: `Kế hoạch không gọi tên. Thành lập trên cơ sở Ban Dân tộc: ${REORGANISATION}`,
  }),
  body("DEPARTMENT", "so-gddt", "Sở Giáo dục và Đào tạo", { shortName: "Sở GD&ĐT" }),
  body("DEPARTMENT", "so-vhtt", "Sở Văn hóa và Thể thao", { shortName: "Sở VH&TT" }),
  body("DEPARTMENT", "so-cong-thuong", "Sở Công Thương", { shortName: "Sở CT" }),
  body("DEPARTMENT", "so-y-te", "Sở Y tế", { shortName: "Sở YT" }),
  body("DEPARTMENT", "so-tu-phap", "Sở Tư pháp", { shortName: "Sở TP" }),
  body("DEPARTMENT", "so-du-lich", "Sở Du lịch", { shortName: "Sở DL" }),
  body("DEPARTMENT", "so-qhkt", "Sở Quy hoạch - Kiến trúc", { shortName: "Sở QH-KT" }),
  ended("DEPARTMENT", "so-tttt", "Sở Thông tin và Truyền thông", { shortName: "Sở TT&TT" }),
  ended("DEPARTMENT", "so-khdt", "Sở Kế hoạch và Đầu tư", { shortName: "Sở KH&ĐT" }),
  ended("DEPARTMENT", "so-gtvt", "Sở Giao thông vận tải", { shortName: "Sở GTVT" }),
  ended("DEPARTMENT", "so-ldtbxh", "Sở Lao động, Thương binh và Xã hội", {
    shortName: "Sở LĐTB&XH",
    aliases: ["Sở Lao động - Thương binh và Xã hội"],
  }),
  ended("DEPARTMENT", "so-nnptnt", "Sở Nông nghiệp và Phát triển nông thôn", { shortName: "Sở NN&PTNT" }),
  ended("DEPARTMENT", "so-tnmt", "Sở Tài nguyên và Môi trường", { shortName: "Sở TN&MT" }),
  ended("DEPARTMENT", "so-ngoai-vu", "Sở Ngoại vụ"),
]

/** Bodies of the City of a department's rank. */
export const equivalentBodies: readonly AgencyRecord[] = [
  body("EQUIVALENT_BODY", "vp-ubnd-tp", "Văn phòng Ủy ban nhân dân Thành phố", {
    shortName: "VP UBND TP",
    aliases: ["Văn phòng UBND Thành phố"],
  }),
  body("EQUIVALENT_BODY", "thanh-tra-tp", "Thanh tra Thành phố", { shortName: "TTr TP" }),
  body("EQUIVALENT_BODY", "tt-phuc-vu-hcc", "Trung tâm Phục vụ hành chính công Thành phố", {
    shortName: "TTPVHCC",
    aliases: ["Trung tâm Phục vụ hành chính công"],
  }),
  body("EQUIVALENT_BODY", "bql-kcnc-kcn", "Ban Quản lý các Khu Công nghệ cao và Khu Công nghiệp Thành phố", {
    shortName: "BQL KCNC&KCN",
    aliases: ["Ban Quản lý các Khu Công nghệ cao và Khu Công nghiệp"],
    note: `${NAMED_BY_THE_PLAN}. Hợp nhất Ban Quản lý Khu Công nghệ cao Hòa Lạc với Ban Quản lý các Khu công nghiệp và chế xuất (thanhnien.vn, 25/02/2025); ngày bắt đầu chưa có nguồn xác nhận`,
  }),
  ended("EQUIVALENT_BODY", "ban-dan-toc", "Ban Dân tộc"),
]

/** Every other body that the plan names, and those that became one with a body it names. */
export const otherBodies: readonly AgencyRecord[] = [
  body("POLICE", "cong-an-tp", "Công an Thành phố", {
    shortName: "CATP",
    aliases: ["Công an thành phố Hà Nội"],
  }),
  body("MILITARY", "bo-tu-lenh-thu-do", "Bộ Tư lệnh Thủ đô", { aliases: ["Bộ Tư lệnh Thủ đô Hà Nội"] }),
  body("PUBLIC_SERVICE_UNIT", "truong-dh-thu-do", "Trường Đại học Thủ đô Hà Nội", { shortName: "ĐH Thủ đô" }),
  body("PUBLIC_SERVICE_UNIT", "vien-ncpt-ktxh", "Viện Nghiên cứu phát triển kinh tế - xã hội Hà Nội", {
    shortName: "Viện NCPT KT-XH",
  }),
  body("PARTY_BODY", "truong-le-hong-phong", "Trường Đào tạo cán bộ Lê Hồng Phong", {
    shortName: "Trường Lê Hồng Phong",
  }),
  body("PARTY_BODY", "ban-tgdv-thanh-uy", "Ban Tuyên giáo và Dân vận Thành ủy", {
    shortName: "Ban TG&DV TU",
  }),
  body("PARTY_BODY", "ban-to-chuc-thanh-uy", "Ban Tổ chức Thành ủy", { shortName: "Ban TC TU" }),
  body("PARTY_BODY", "dang-uy-khoi-dh-cd", "Đảng ủy Khối các trường đại học, cao đẳng"),
  body("CENTRAL_BODY", "nhnn-ha-noi", "Ngân hàng Nhà nước chi nhánh thành phố Hà Nội", {
    shortName: "NHNN Hà Nội",
    aliases: ["Ngân hàng Nhà nước thành phố Hà Nội", "Ngân hàng nhà nước chi nhánh thành phố Hà Nội"],
    note: "Kế hoạch in ba cách viết. Từ 01/3/2025, 63 chi nhánh tổ chức lại thành 15 khu vực (thitruong.thuonghieusanpham.vn); nguồn không nói khu vực nào kế thừa chi nhánh này nên chưa ghi",
  }),
  body("CENTRAL_BODY", "cuc-thue-tp", "Cục Thuế Thành phố", {
    aliases: ["Cục Thuế thành phố Hà Nội"],
    note: LATER_NAMES_UNCONFIRMED,
  }),
  body("CENTRAL_BODY", "cuc-thong-ke", "Cục Thống kê thành phố Hà Nội", {
    aliases: ["Cục Thống kê Thành phố"],
    note: LATER_NAMES_UNCONFIRMED,
  }),
  body("CENTRAL_BODY", "bhxh-ha-noi", "Bảo hiểm Xã hội thành phố Hà Nội", {
    shortName: "BHXH Hà Nội",
    note: LATER_NAMES_UNCONFIRMED,
  }),
  body("PEOPLES_COUNCIL", "hdnd-tp", "Hội đồng nhân dân Thành phố", {
    shortName: "HĐND TP",
    aliases: ["HĐND", "HĐND Thành phố"],
  }),
  body("FATHERLAND_FRONT", "ub-mttq-tp", "Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố", {
    shortName: "UB MTTQ TP",
    aliases: ["Ủy ban MTTQ", "Ủy ban MTTQ Việt Nam Thành phố"],
  }),
  body("COURT", "tand-tp", "Tòa án nhân dân Thành phố", {
    shortName: "TAND TP",
    aliases: ["Tòa án nhân dân"],
  }),
  body("PROCURACY", "vksnd-tp", "Viện Kiểm sát nhân dân Thành phố", {
    shortName: "VKSND TP",
    aliases: ["Viện Kiểm sát nhân dân"],
  }),
  body("ASSOCIATION", "lh-to-chuc-huu-nghi", "Liên hiệp các tổ chức hữu nghị Thành phố", {
    shortName: "LH TCHN TP",
  }),
  body("ASSOCIATION", "lh-hoi-khkt", "Liên hiệp các Hội Khoa học và Kỹ thuật Thành phố", {
    shortName: "LH các Hội KH&KT",
    aliases: ["Liên hiệp các Hội KH&KT Thành phố"],
  }),
  pressUntilMerger("dai-ptth-ha-noi", "Đài Phát thanh và Truyền hình Hà Nội", {
    shortName: "Đài PTTH Hà Nội",
    aliases: ["Đài Phát thanh - Truyền hình Hà Nội"],
    note: `Kế hoạch in ba cách viết. Một trong sáu cơ quan báo chí được sáp nhập: ${PRESS_MERGER}`,
  }),
  pressUntilMerger("bao-ha-noi-moi", "Báo Hà Nội mới"),
  pressUntilMerger("bao-kinh-te-do-thi", "Báo Kinh tế và Đô thị"),
  pressUntilMerger("bao-phu-nu-thu-do", "Báo Phụ nữ Thủ đô"),
  pressUntilMerger("bao-lao-dong-thu-do", "Báo Lao động Thủ đô"),
  pressUntilMerger("bao-tuoi-tre-thu-do", "Báo Tuổi trẻ Thủ đô"),
  body("PRESS", "cq-bao-ptth-ha-noi", "Cơ quan Báo và Phát thanh, Truyền hình Hà Nội", {
    validFrom: PRESS_MERGED_ON,
    note: `Sáp nhập sáu cơ quan báo chí của Thành phố: ${PRESS_MERGER}`,
  }),
]
