import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type { AgencyKind, SuccessionKind } from "../__generated__/graphql.ts"

/** The name of each kind of agency. */
export const agencyKindName: Record<AgencyKind, MessageDescriptor> = {
  DEPARTMENT: msg`Sở`,
  EQUIVALENT_BODY: msg`Cơ quan tương đương sở`,
  DISTRICT_COMMITTEE: msg`UBND cấp huyện`,
  COMMUNE_COMMITTEE: msg`UBND cấp xã`,
  POLICE: msg`Công an`,
  MILITARY: msg`Quân sự`,
  PUBLIC_SERVICE_UNIT: msg`Đơn vị sự nghiệp`,
  CENTRAL_BODY: msg`Cơ quan trung ương tại Hà Nội`,
  PARTY_BODY: msg`Cơ quan Đảng`,
  PEOPLES_COUNCIL: msg`Hội đồng nhân dân`,
  FATHERLAND_FRONT: msg`Mặt trận Tổ quốc và đoàn thể`,
  COURT: msg`Tòa án`,
  PROCURACY: msg`Viện kiểm sát`,
  ASSOCIATION: msg`Hội, hiệp hội`,
  PRESS: msg`Báo chí`,
  GROUP: msg`Nhóm cơ quan`,
}

export const agencyKinds = Object.keys(agencyKindName) as AgencyKind[]

/** How one agency followed another. */
export const successionKindName: Record<SuccessionKind, MessageDescriptor> = {
  MERGER: msg`Hợp nhất, sáp nhập`,
  SPLIT: msg`Chia tách`,
  RENAMING: msg`Đổi tên`,
  REPLACEMENT: msg`Thay thế`,
}
