/** How the names of the bodies in the plan's agency columns begin. */
const NAME_OF_A_BODY =
  /^(?:các )?(?:sở(?:,|\s)|công an (?:thành phố|tp)|bộ tư lệnh|trường (?:đại học|đào tạo|cao đẳng)|ban (?:quản lý|tuyên giáo|tổ chức|dân vận)|trung tâm phục vụ|viện (?:nghiên cứu|kiểm sát)|văn phòng|ubnd|ủy ban|ngân hàng|cục (?:thống kê|thuế)|thanh tra|liên hiệp|đài (?:phát thanh|ptth)|bảo hiểm xã hội|đảng ủy|hđnd|đơn vị liên quan|cơ quan (?:đảng|liên quan|báo chí))/iu

/** Verbs with which the plan begins the names of tasks, and never a result. */
const TASK =
  /^(?:tham mưu|triển khai|xây dựng|tổ chức|rà soát|hoàn thiện|phối hợp|đẩy mạnh|phát triển|phát động|thành lập|nâng cấp|bố trí|bổ sung|ban hành|đề xuất|tiếp tục|tập trung|ứng dụng|thúc đẩy|duy trì|bảo đảm|cụ thể hóa|tuyên truyền|tất cả|lập)(?:\s|,|;|\/|$)/iu

/** How the plan begins results, and what begins a task or a result alike: no body is called so. */
const RESULT =
  /^(?:\d|(?:hướng dẫn|quản lý|khắc phục|có tỷ lệ|quyết định|kế hoạch|nghị quyết|văn bản|đề án|báo cáo|chương trình|quy chế|danh mục|cơ sở dữ liệu|trung tâm dữ liệu|bộ chỉ số|nền tảng|giải pháp|thỏa thuận|các (?:hệ thống|ứng dụng|hoạt động|khu công nghiệp)|giai đoạn \d)(?:\s|,|;|\/|$))/iu

/** Whether a cell is surely a list of bodies: in a column of names, units or results it would be out of place. */
export function namesABody(text: string): boolean {
  return NAME_OF_A_BODY.test(text)
}

/** Whether a cell is surely the name of a task: in a column of bodies or results it would be out of place. */
export function namesATask(text: string): boolean {
  return TASK.test(text)
}

/** Whether a cell is surely the name of a task or a result: in a column of bodies it would be out of place. */
export function namesATaskOrResult(text: string): boolean {
  return TASK.test(text) || RESULT.test(text)
}
