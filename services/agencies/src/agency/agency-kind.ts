import type { AgencyKind as RegisteredAgencyKind } from "@plan43/agency-register"
import { registerEnumType } from "type-graphql"

/** What sort of body an agency is; the same words in register, database and API. */
export const AgencyKind = {
  DEPARTMENT: "DEPARTMENT",
  EQUIVALENT_BODY: "EQUIVALENT_BODY",
  DISTRICT_COMMITTEE: "DISTRICT_COMMITTEE",
  COMMUNE_COMMITTEE: "COMMUNE_COMMITTEE",
  POLICE: "POLICE",
  MILITARY: "MILITARY",
  PUBLIC_SERVICE_UNIT: "PUBLIC_SERVICE_UNIT",
  CENTRAL_BODY: "CENTRAL_BODY",
  PARTY_BODY: "PARTY_BODY",
  PEOPLES_COUNCIL: "PEOPLES_COUNCIL",
  FATHERLAND_FRONT: "FATHERLAND_FRONT",
  COURT: "COURT",
  PROCURACY: "PROCURACY",
  ASSOCIATION: "ASSOCIATION",
  PRESS: "PRESS",
  GROUP: "GROUP",
} as const satisfies { [K in RegisteredAgencyKind]: K }
export type AgencyKind = RegisteredAgencyKind

registerEnumType(AgencyKind, {
  name: "AgencyKind",
  description: "What sort of body an agency is; GROUP is a class of bodies that a plan names as one",
  valuesConfig: {
    DEPARTMENT: { description: "Sở" },
    EQUIVALENT_BODY: { description: "Cơ quan tương đương sở" },
    DISTRICT_COMMITTEE: { description: "UBND cấp huyện, until 30 June 2025" },
    COMMUNE_COMMITTEE: { description: "UBND cấp xã" },
    PUBLIC_SERVICE_UNIT: { description: "Đơn vị sự nghiệp công lập" },
    CENTRAL_BODY: { description: "A body of the central level in Hà Nội" },
  },
})
