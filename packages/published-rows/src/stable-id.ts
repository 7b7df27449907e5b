import { createHash } from "node:crypto"

/** The kinds of row whose identity comes from the plan or the register and not from a database. */
export type StableKind =
  | "agency"
  | "cooperation-programme"
  | "report-item-agency"
  | "indicator"
  | "indicator-agency"
  | "known-document"
  | "measure"
  | "membership"
  | "merge-proposal"
  | "obligation"
  | "phase"
  | "plan"
  | "section"
  | "succession"
  | "task"
  | "task-agency"
  | "trigger"

/**
 * The identifier of a published row: the same in every installation and after every import, so that
 * subgraphs can name each other's rows without asking, and systems can keep what they noted.
 * @param kind what the row is
 * @param key what names it in print, e.g. plan key and code; order matters
 * @returns a UUID of version 8 (RFC 9562) over SHA-256
 */
export function stableId(kind: StableKind, ...key: string[]): string {
  const bytes = createHash("sha256")
    .update(JSON.stringify([kind, ...key]))
    .digest()
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString("hex", 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** What tells one plan from every other: numbers repeat between years, so the day of issue belongs to it. */
export function planKeyOf(plan: { number: string; issuedOn: string }): string {
  return `${plan.number} ${plan.issuedOn}`
}
