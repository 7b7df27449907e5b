import type { TriggerEvent as PublishedTriggerEvent, TriggerKind as PublishedTriggerKind } from "@plan43/plan"
import { registerEnumType } from "type-graphql"

/** What sort of document tasks wait for. */
export const TriggerKind = {
  LAW: "LAW",
  RESOLUTION: "RESOLUTION",
  DECREE: "DECREE",
  DECISION: "DECISION",
  SCHEME: "SCHEME",
  PROGRAMME: "PROGRAMME",
  STRATEGY: "STRATEGY",
  CRITERIA: "CRITERIA",
  POLICY: "POLICY",
  REGULATION: "REGULATION",
  GUIDANCE: "GUIDANCE",
} as const satisfies { [K in PublishedTriggerKind]: K }
export type TriggerKind = PublishedTriggerKind

/** What must happen to the document. */
export const TriggerEvent = {
  ISSUED: "ISSUED",
  APPROVED: "APPROVED",
  IN_FORCE: "IN_FORCE",
  GUIDED: "GUIDED",
} as const satisfies { [K in PublishedTriggerEvent]: K }
export type TriggerEvent = PublishedTriggerEvent

registerEnumType(TriggerKind, { name: "TriggerKind", description: "What sort of document tasks wait for" })
registerEnumType(TriggerEvent, { name: "TriggerEvent", description: "What must happen to the document" })
