export {
  type AgencyReach,
  agenciesNamed,
  agencyIdsWithin,
  reachOf,
} from "./agency-scope.ts"
export { agencyScopeTablesSql } from "./agency-scope-tables.ts"
export { answeredForBy, answeringFor, membersOn } from "./answering.ts"
export { datedAgenciesSql } from "./dated-agencies.ts"
export { type RecordedRow, readableBy } from "./readable-by.ts"
