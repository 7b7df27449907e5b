import { i18n, type MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { AuditActorKind } from "../__generated__/graphql.ts"
import { nameOfService } from "../graph/services.ts"
import { stepName } from "../obstacle/obstacle-names.ts"

/** Services that keep a history and are no parts of the graph. */
const besideTheGraph: Readonly<Record<string, MessageDescriptor>> = {
  gateway: msg`Đăng nhập và mã truy cập`,
  identity: msg`Nơi đăng nhập mẫu`,
}

/** What the history of a service is about, as a heading. */
export function historyServiceName(service: string): string {
  const named = besideTheGraph[service]
  if (named !== undefined) return i18n._(named)
  const held = nameOfService(service)
  return held.charAt(0).toLocaleUpperCase(i18n.locale) + held.slice(1)
}

export const actorKindName: Record<AuditActorKind, MessageDescriptor> = {
  PERSON: msg`người dùng`,
  SYSTEM: msg`hệ thống kết nối`,
  GATEWAY: msg`cổng`,
  PROGRAM: msg`chương trình nội bộ`,
  ANONYMOUS: msg`không rõ danh tính`,
}

/** What is recorded, as the history calls it, to people. A thing that is not here keeps the name that programs use. */
export const entityName: Readonly<Record<string, MessageDescriptor>> = {
  partner: msg`đối tác`,
  agreement: msg`thỏa thuận`,
  activity: msg`hoạt động`,
  expert: msg`chuyên gia`,
  progress_report: msg`báo cáo tiến độ`,
  task_decision: msg`quyết định về nhiệm vụ`,
  deadline_extension: msg`gia hạn`,
  task_responsible: msg`cơ quan chịu trách nhiệm chung`,
  closed_period: msg`kỳ số liệu`,
  obstacle_term: msg`thời hạn của một bước xử lý vướng mắc`,
  calendar_exception: msg`ngày nghỉ, ngày làm bù`,
  obstacle: msg`vướng mắc`,
  reminder_letter: msg`công văn đôn đốc`,
  observation: msg`số liệu chỉ tiêu`,
  indicator_baseline: msg`mức xuất phát của chỉ tiêu`,
  indicator_milestone: msg`mốc của chỉ tiêu`,
  judgement: msg`đánh giá chỉ tiêu`,
  directed_target: msg`mục tiêu được chỉ đạo`,
  evidence_file: msg`tệp minh chứng`,
  inbox: msg`hộp thông báo`,
  delivery: msg`lần gửi thông báo`,
  preference: msg`lựa chọn nhận thông báo`,
  person_assignment: msg`phân công`,
  api_client: msg`hệ thống kết nối`,
  token: msg`mã truy cập`,
  person: msg`người dùng`,
  plan: msg`kế hoạch`,
  plan_section: msg`nhóm nhiệm vụ`,
  plan_measure: msg`giải pháp`,
  plan_obligation: msg`yêu cầu thực hiện`,
  task: msg`nhiệm vụ`,
  task_phase: msg`giai đoạn của nhiệm vụ`,
  task_agency: msg`cơ quan của nhiệm vụ`,
  task_trigger: msg`việc chờ văn bản của nhiệm vụ`,
  awaited_document: msg`văn bản chờ`,
  plan_reference: msg`bản sao thông tin kế hoạch`,
  indicator_reference: msg`bản sao thông tin chỉ tiêu`,
  indicator: msg`chỉ tiêu`,
  indicator_agency: msg`cơ quan của chỉ tiêu`,
  agency: msg`cơ quan`,
  agency_change: msg`sắp xếp cơ quan`,
  agency_succession: msg`tổ chức lại cơ quan`,
  agency_reference: msg`bản sao tên cơ quan`,
  agency_relation: msg`bản sao quan hệ cơ quan`,
  group_membership: msg`thành viên của nhóm`,
  programme: msg`chương trình hợp tác`,
  round: msg`kỳ báo cáo`,
  agency_report: msg`báo cáo của cơ quan`,
  report_line: msg`dòng báo cáo`,
  report_item: msg`nội dung phải báo cáo`,
}

/** What happened to it, by the last part of the action's name. */
export const actionName: Readonly<Record<string, MessageDescriptor>> = {
  created: msg`Tạo`,
  updated: msg`Sửa`,
  changed: msg`Sửa`,
  withdrawn: msg`Rút`,
  published: msg`Công khai`,
  unpublished: msg`Ngừng công khai`,
  ended: msg`Kết thúc`,
  founded: msg`Lập`,
  moved: msg`Chuyển`,
  restored: msg`Khôi phục`,
  registered: msg`Đăng ký`,
  "secret-rotated": msg`Đổi mã bí mật`,
  revoked: msg`Thu hồi`,
  added: msg`Nhập`,
  reported: msg`Gửi`,
  confirmed: msg`Xác nhận`,
  returned: msg`Trả lại`,
  requested: msg`Đề nghị`,
  granted: msg`Chấp thuận`,
  refused: msg`Không chấp thuận`,
  recorded: msg`Ghi`,
  corrected: msg`Đính chính`,
  marked: msg`Chọn`,
  sent: msg`Đánh dấu đã gửi`,
}

/** Actions whose name says all. */
export const wholeActionName: Readonly<Record<string, MessageDescriptor>> = {
  "inbox.read": msg`Đánh dấu thông báo đã đọc`,
  "delivery.retried": msg`Gửi lại thông báo`,
  "evidence_file.uploaded": msg`Tải tệp lên`,
  "evidence_file.discarded": msg`Bỏ tệp`,
  ...Object.fromEntries(
    Object.entries(stepName).map(([action, name]) => [
      `obstacle.${action.toLowerCase().replaceAll("_", "-")}`,
      name,
    ]),
  ),
  "obstacle.created": stepName.RAISE,
  "task_decision.suspended": msg`Tạm dừng nhiệm vụ`,
  "task_decision.cancelled": msg`Huỷ nhiệm vụ`,
  "task_decision.reopened": msg`Mở lại nhiệm vụ`,
  "closed_period.closed": msg`Khóa kỳ số liệu`,
  "closed_period.reopened": msg`Mở lại kỳ số liệu`,
  "obstacle_term.updated": msg`Đổi thời hạn của bước`,
  "indicator.frequency-set": msg`Đổi tần suất số liệu`,
  "awaited_document.recorded": msg`Ghi nhận hoặc sửa văn bản đã ban hành`,
  "awaited_document.revoked": msg`Gỡ ghi nhận văn bản đã ban hành`,
  "awaited_document.replaced": msg`Ghi nhận văn bản bị thay thế`,
  "awaited_document.repealed": msg`Ghi nhận văn bản bị bãi bỏ`,
  "awaited_document.reinstated": msg`Gỡ ghi nhận văn bản hết hiệu lực`,
  "awaited_document.watched": msg`Nhận theo dõi văn bản chờ`,
  "awaited_document.watcher-appointed": msg`Giao theo dõi văn bản chờ`,
  "awaited_document.unwatched": msg`Thôi theo dõi văn bản chờ`,
  "awaited_document.checked": msg`Kiểm tra văn bản chờ`,
  "awaited_document.due-days-set": msg`Đổi số ngày đến hạn của văn bản chờ`,
  "awaited_document.merged": msg`Gộp vào văn bản khác`,
  "awaited_document.merged-with": msg`Nhận gộp văn bản khác`,
  "awaited_document.separated": msg`Tách văn bản đã gộp`,
  "declined_proposal.declined": msg`Từ chối đề xuất về văn bản`,
  "declined_proposal.reconsidered": msg`Xem xét lại đề xuất về văn bản`,
  "round.opened": msg`Mở kỳ báo cáo`,
  "round.locked": msg`Khóa kỳ báo cáo`,
  "agency_report.submitted": msg`Trình thủ trưởng duyệt báo cáo`,
  "agency_report.sent-back": msg`Thủ trưởng yêu cầu sửa báo cáo`,
  "agency_report.approved": msg`Duyệt báo cáo`,
  "agency_report.sent": msg`Gửi báo cáo`,
  "agency_report.accepted": msg`Tiếp nhận báo cáo`,
  "agency_report.returned": msg`Trả lại báo cáo`,
  "agency_report.included": msg`Đưa báo cáo vào kỳ đã khóa`,
  "agency_report.file-taken": msg`Nhận dòng từ tệp Excel của cơ quan`,
  "agency_report.entered": msg`Gửi báo cáo thay cơ quan theo tệp Excel`,
  "report_line.filled-in": msg`Điền dòng báo cáo`,
  "report_line.filled-in-by-file": msg`Điền dòng báo cáo theo tệp Excel của cơ quan`,
  "report_line.files-attached": msg`Đổi tệp minh chứng của dòng`,
  "sign-in.succeeded": msg`Đăng nhập`,
  "sign-in.failed": msg`Đăng nhập không thành công`,
  "sign-out": msg`Đăng xuất`,
  "token.issued": msg`Cấp mã truy cập`,
  "token.refused": msg`Từ chối cấp mã truy cập`,
}
