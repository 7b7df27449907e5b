import { registerEnumType } from "type-graphql"

/** What people record about international cooperation; the value is the table. */
export enum CooperationRecordKind {
  PARTNER = "partner",
  AGREEMENT = "agreement",
  ACTIVITY = "activity",
  EXPERT = "expert",
}
registerEnumType(CooperationRecordKind, {
  name: "CooperationRecordKind",
  description: "What people record about international cooperation",
})
