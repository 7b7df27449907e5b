import type { ChainAnchor, ChainFault, VerifiedChain } from "@plan43/database/verify-chain"

const FAULTS: Readonly<Record<ChainFault, string>> = {
  ENTRY_CHANGED: "is not what it was when it was written",
  ENTRY_MISSING: "was removed",
  LINK_MISSING: "does not follow the one before: links were removed",
  ENTRY_NOT_LINKED: "was written past the chain",
  ANCHOR_NOT_MET: "is not where the chain stood when the anchor was taken: it was written anew or cut off",
}

/** What was found of one history, for people. */
export function historyLine({ schema, entries, anchor, firstBroken }: VerifiedChain): string {
  if (firstBroken === null)
    return `${schema}: ${entries} entries, whole${anchor === null ? "" : `; last link ${anchor.hash}`}`
  const { fault, position, entryId, at, action, entity, entityIdentifier } = firstBroken
  const which =
    entryId === null ? "the end" : `entry ${entryId}${position === null ? "" : ` (link ${position})`}`
  const what = action === null ? "" : `: ${action} of ${entity} ${entityIdentifier} at ${at?.toISOString()}`
  return `${schema}: BROKEN after ${entries} entries: ${which} ${FAULTS[fault]}${what}`
}

/**
 * The last links that an earlier `--json` printed.
 * @throws Error when the text is no such print
 */
export function anchorsIn(text: string): ChainAnchor[] {
  const refuse = (): never => {
    throw new Error("the file of --anchor is not what `npm run verify:history -- --json` prints")
  }
  let print: unknown
  try {
    print = JSON.parse(text)
  } catch {
    refuse()
  }
  if (!Array.isArray(print)) return refuse()
  return print.flatMap((chain: { anchor?: Partial<ChainAnchor> | null } | null) => {
    if (chain?.anchor === null) return []
    const { schema, position, hash } = chain?.anchor ?? {}
    return typeof schema === "string" && typeof position === "number" && typeof hash === "string"
      ? [{ schema, position, hash }]
      : refuse()
  })
}
