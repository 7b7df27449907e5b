import { type Outcome, type RecordingContext, type RecordingRequest, recordRow } from "@plan43/subgraph"
import { addSecret, type WithSecret } from "../secret/add-secret.ts"
import { makeSecret } from "../secret/secret-text.ts"
import { ApiClient } from "./api-client.ts"
import { columnsOf } from "./api-client-columns.ts"
import { type ApiClientDetails, detailRefusals } from "./api-client-details.ts"

/** Registers a system with its first secret, which is told once: to a repeated request it is not told again. */
export async function registerClient(
  ctx: RecordingContext,
  request: RecordingRequest,
  details: ApiClientDetails,
): Promise<WithSecret<Outcome<ApiClient>>> {
  const refusals = detailRefusals(details, ctx.today)
  if (refusals.length > 0) return { refusals, secret: null }
  const secret = makeSecret()
  let told: string | null = null
  const outcome = await recordRow(ctx, request, {
    entity: ApiClient,
    table: "api_client",
    standing: null,
    action: "registered",
    columns: { ...columnsOf(details), registered_by: ctx.viewer.name },
    alsoWrite: async (em, id) => {
      await addSecret(em, id, secret)
      told = secret.text
    },
  })
  return { ...outcome, secret: told }
}
