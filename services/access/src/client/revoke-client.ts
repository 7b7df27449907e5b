import {
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  recordRow,
  type StandingRow,
} from "@plan43/subgraph"
import { ApiClient } from "./api-client.ts"
import { requireNotRevoked } from "./require-not-revoked.ts"

/** Takes a system its access for good: no new token, and none that it has works a minute later. */
export async function revokeClient(
  ctx: RecordingContext,
  request: RecordingRequest,
  standing: StandingRow,
): Promise<Outcome<ApiClient>> {
  const reason = request.reason?.trim() ?? ""
  if (reason === "")
    return {
      refusals: [{ reason: "REASON_MISSING", field: "reason", message: "Thu hồi phải nêu lý do" }],
    }
  return recordRow(ctx, request, {
    entity: ApiClient,
    table: "api_client",
    standing,
    action: "revoked",
    columns: { revocation_reason: reason },
    stamped: ["revoked_at"],
    check: requireNotRevoked,
  })
}
