import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { Service } from "./failure.ts"

/** What a part of the graph holds, to people. */
export const serviceName: Record<Service, MessageDescriptor> = {
  agencies: msg`cơ quan, đơn vị`,
  tasks: msg`nhiệm vụ`,
  indicators: msg`chỉ tiêu`,
  cooperation: msg`hợp tác quốc tế`,
  access: msg`thông tin truy cập và nhật ký`,
  notifications: msg`thông báo`,
}
