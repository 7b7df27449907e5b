import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { ApiClient } from "./api-client.ts"
import { columnsOf } from "./api-client-columns.ts"
import { type ApiClientDetails, detailRefusals } from "./api-client-details.ts"
import { requireNotRevoked } from "./require-not-revoked.ts"

/** Replaces what is decided about a system; a later last day makes an expired one active again. */
export async function changeClient(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
  details: ApiClientDetails,
): Promise<Outcome<ApiClient>> {
  const refusals = detailRefusals(details, ctx.today)
  if (refusals.length > 0) return { refusals }
  return recordRow(ctx, request, {
    entity: ApiClient,
    table: "api_client",
    standing,
    action: "changed",
    columns: columnsOf(details),
    check: requireNotRevoked,
  })
}
