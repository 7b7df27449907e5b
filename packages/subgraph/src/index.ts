import "reflect-metadata"
// Routes of a subgraph see `request.requester`: a declaration file keeps only what it imports by name or like this
import "./server/gateway-only.ts"

export { ForGatewayOnly, hasScope, RequiresScopes, refusal } from "./access/requires-scopes.ts"
export { Role } from "./access/role-type.ts"
export { type RowRule, RowsReadableWith } from "./access/rows-readable-with.ts"
export { type AuditEntry, recordAudit, recordAudits } from "./audit/record-audit.ts"
export { type Connection, connectionType, PageInfo } from "./connection/connection-type.ts"
export { cursorMalformed } from "./connection/cursor.ts"
export { type List, listBelow, listPage, parentId } from "./connection/list.ts"
export { OrderDirection } from "./connection/order-direction.ts"
export type { Ordering, SortKey } from "./connection/ordering.ts"
export {
  LARGEST_PAGE_SIZE,
  PageArguments,
  type PageRequest,
  pageRequestOf,
} from "./connection/page-arguments.ts"
export { LONGEST_SEARCH, matchesText, readRowByRow } from "./connection/search.ts"
export type { RequestContext } from "./context/request-context.ts"
export { type BadInput, badInput } from "./errors/bad-input.ts"
export { Change, ChangeConnection } from "./history/change.ts"
export { type HistoryParts, type HistorySource, historyOf } from "./history/history-of.ts"
export { batched, grouped, inOrder } from "./loading/batched.ts"
export { entityById } from "./loading/entity-by-id.ts"
export { type Rows, rowById } from "./loading/row-by-id.ts"
export { uuidOf, uuidsAmong } from "./loading/uuid-of.ts"
export { isWebAddress } from "./recording/is-web-address.ts"
export { LONGEST_LINE, LONGEST_TEXT, lengthRefusals } from "./recording/length-refusals.ts"
export { type Outcome, type Refusal, Refused } from "./recording/outcome.ts"
export {
  authored,
  type RecordingContext,
  type RecordingRequest,
  type RecordingWork,
  recordOnce,
} from "./recording/record-once.ts"
export { type RowLinks, type RowToRecord, recordRow, type StandingRow } from "./recording/record-row.ts"
export { recordedRequestTableSql } from "./recording/recorded-request-table.ts"
export { ChangeInput, RecordingInput } from "./recording/recording-input.ts"
export { payloadOf, RecordingPayload, UserError } from "./recording/recording-payload.ts"
export { notFound, versionStale } from "./recording/standing-row-refusals.ts"
export { DateScalar } from "./scalars/date.ts"
export { DateTimeScalar } from "./scalars/date-time.ts"
export { printSchema } from "./schema/print-schema.ts"
export { SourceReference } from "./schema/source-reference.ts"
export { type SubgraphParts, type SubgraphSchema, subgraphSchema } from "./schema/subgraph-schema.ts"
export {
  ConfigurationInvalid,
  readConfiguration,
  type SubgraphConfiguration,
} from "./server/configuration.ts"
export { lookingEveryTenMinutes } from "./server/looking.ts"
export { runSubgraph } from "./server/run-subgraph.ts"
export {
  type RunningSubgraph,
  type SubgraphDefinition,
  startSubgraph,
  type Worker,
  type WorkingParts,
} from "./server/subgraph.ts"
export type { SubscriptionContext, SubscriptionParts } from "./server/subscription-route.ts"
export { type ShownFunction, shownFunctionSql } from "./showing/shown-function.ts"
