import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import type {
  AgreementLegalRegime,
  AgreementLevel,
  AgreementState,
  CooperationActivityKind,
  CooperationTheme,
  PartnerKind,
} from "../__generated__/graphql.ts"

export const themeName: Record<CooperationTheme, MessageDescriptor> = {
  INNOVATION_NETWORK: msg`Mạng lưới đổi mới sáng tạo`,
  STANDARDS_BODIES: msg`Tổ chức tiêu chuẩn quốc tế`,
  PARTNER_CITIES_AND_CORPORATIONS: msg`Thành phố và tập đoàn đối tác`,
  PARTNERSHIP_FRAMEWORKS: msg`Khuôn khổ đối tác`,
  LESSONS_AND_MODELS: msg`Kinh nghiệm và mô hình`,
  EXPERTS_ABROAD: msg`Chuyên gia ở nước ngoài`,
  MULTILATERAL_MECHANISMS: msg`Cơ chế đa phương`,
  FRIENDSHIP_ORGANISATIONS: msg`Tổ chức hữu nghị`,
  TRAINING_ABROAD: msg`Đào tạo ở nước ngoài`,
}

export const partnerKindName: Record<PartnerKind, MessageDescriptor> = {
  CITY_OR_REGION: msg`Thành phố, vùng`,
  CORPORATION: msg`Tập đoàn, doanh nghiệp`,
  RESEARCH_INSTITUTE: msg`Viện nghiên cứu`,
  UNIVERSITY: msg`Trường đại học`,
  INTERNATIONAL_ORGANISATION: msg`Tổ chức quốc tế`,
  REPRESENTATIVE_OFFICE: msg`Văn phòng đại diện`,
  ASSOCIATION: msg`Hội, hiệp hội`,
  STANDARDS_BODY: msg`Tổ chức tiêu chuẩn`,
  MULTILATERAL_MECHANISM: msg`Cơ chế đa phương`,
}

export const agreementStateName: Record<AgreementState, MessageDescriptor> = {
  PROPOSED: msg`Đề xuất`,
  NEGOTIATING: msg`Đang đàm phán`,
  IN_CONSULTATION: msg`Đang lấy ý kiến`,
  SIGNED: msg`Đã ký`,
  IN_FORCE: msg`Có hiệu lực`,
  AMENDED_OR_RENEWED: msg`Sửa đổi, gia hạn`,
  SUSPENDED: msg`Tạm đình chỉ`,
  WITHDRAWN: msg`Rút khỏi`,
  TERMINATED: msg`Chấm dứt`,
  EXPIRED: msg`Hết hiệu lực`,
}

export const agreementLevelName: Record<AgreementLevel, MessageDescriptor> = {
  STATE: msg`Nhà nước`,
  GOVERNMENT: msg`Chính phủ`,
  CITY: msg`Thành phố`,
  AGENCY: msg`Cấp cơ quan`,
  ORGANISATION: msg`Tổ chức`,
}

export const legalRegimeName: Record<AgreementLegalRegime, MessageDescriptor> = {
  INTERNATIONAL_TREATY: msg`Điều ước quốc tế`,
  INTERNATIONAL_AGREEMENT: msg`Thỏa thuận quốc tế (Luật 70/2020/QH14)`,
  ODA: msg`ODA`,
  NGO_AID: msg`Viện trợ phi chính phủ`,
  CIVIL_CONTRACT: msg`Hợp đồng dân sự`,
  PPP_CONTRACT: msg`Hợp đồng đối tác công tư`,
}

export const activityKindName: Record<CooperationActivityKind, MessageDescriptor> = {
  DELEGATION_OUT: msg`Đoàn ra`,
  DELEGATION_IN: msg`Đoàn vào`,
  EVENT: msg`Sự kiện`,
  TRAINING_ABROAD: msg`Đào tạo ở nước ngoài`,
  STANDARDS_WORK: msg`Công tác tiêu chuẩn`,
  MULTILATERAL_MEETING: msg`Hội nghị đa phương`,
}
