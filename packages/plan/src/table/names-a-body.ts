/** How the names of the bodies in the plan's agency columns begin. */
const NAME_OF_A_BODY =
  /^(?:các )?(?:sở(?:,|\s)|công an (?:thành phố|tp)|bộ tư lệnh|trường (?:đại học|đào tạo|cao đẳng)|ban (?:quản lý|tuyên giáo|tổ chức|dân vận)|trung tâm phục vụ|viện (?:nghiên cứu|kiểm sát)|văn phòng|ubnd|ủy ban|ngân hàng|cục (?:thống kê|thuế)|thanh tra|liên hiệp|đài (?:phát thanh|ptth)|bảo hiểm xã hội|đảng ủy|hđnd|đơn vị liên quan|cơ quan (?:đảng|liên quan|báo chí))/iu

/** How the plan begins the names of tasks and of results: no body is called so. */
const TASK_OR_RESULT =
  /^(?:tham mưu|triển khai|xây dựng|tổ chức|rà soát|hoàn thiện|phối hợp|đẩy mạnh|phát triển|phát động|thành lập|nâng cấp|bố trí|bổ sung|ban hành|đề xuất|hướng dẫn|tiếp tục|tập trung|ứng dụng|thúc đẩy|duy trì|bảo đảm|cụ thể hóa|tuyên truyền|quyết định|kế hoạch|nghị quyết|văn bản|đề án|báo cáo|chương trình|quy chế|danh mục|cơ sở dữ liệu|nền tảng|giải pháp|thỏa thuận|giai đoạn \d)(?:\s|,|;|\/|$)/iu

/** Whether a cell is surely a list of bodies: in a column of names, units or results it would be out of place. */
export function namesABody(text: string): boolean {
  return NAME_OF_A_BODY.test(text)
}

/** Whether a cell is surely the name of a task or a result: in a column of bodies it would be out of place. */
export function namesATaskOrResult(text: string): boolean {
  return TASK_OR_RESULT.test(text)
}
