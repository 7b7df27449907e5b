export {
  type AgencyKind,
  type AgencyRecord,
  type AgencyRegister,
  agencyKinds,
  type MembershipRecord,
  type SuccessionKind,
  type SuccessionRecord,
  successionKinds,
} from "./agency-record.ts"
export { agencyRegister } from "./agency-register.ts"
export { type AgencyMention, resolveAgencyCell } from "./cell/resolve-agency-cell.ts"
export { CommunesInvalid, readCommunesCsv } from "./register/read-communes-csv.ts"
