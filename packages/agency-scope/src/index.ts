export {
  type AgenciesWithin,
  type AgencyReach,
  agenciesNamed,
  agenciesWithin,
  agencyIdsWithin,
  agencyWithin,
  reachOf,
  type Withheld,
  withheldFrom,
} from "./agency-scope.ts"
export { agencyScopeTablesSql } from "./agency-scope-tables.ts"
export {
  type Addressed,
  addressees,
  answeredForBy,
  answeredOf,
  answeringFor,
  answeringOf,
  membersOn,
} from "./answering.ts"
export type { ChangedAgencies } from "./changed-agencies.ts"
export { datedAgenciesSql } from "./dated-agencies.ts"
export { dividedAgenciesSql } from "./divided-agencies.ts"
export { copyAgencies, followAgencies } from "./follow-agencies.ts"
export { type RecordedRow, readableBy, readableUnpublishedBy } from "./readable-by.ts"
