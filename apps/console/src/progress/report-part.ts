import type { TaskStatus, VerificationOutcome } from "../__generated__/graphql.ts"
import type { LastReport } from "./report-form.ts"

/** What somebody may report of by itself: the work as a whole, one period of it, or one phase. */
export interface ReportPart<Claim extends PartClaim = PartClaim> {
  /** Of a period its key, of a phase its identifier, of the whole empty: as the address holds it. */
  id: string
  kind: "WHOLE" | "PERIOD" | "PHASE"
  status: TaskStatus | null
  expectsDocument: boolean
  claim: Claim | null
}

/** What was last claimed of a part. */
export interface PartClaim extends LastReport {
  id: string
  /** Only these may change, each with the reason; null where everything may. */
  openFields?: readonly { field: string; reason: string }[] | null
  verification?: { outcome: VerificationOutcome } | null
}

/** Whether the agency is to correct it; one whose correction waits for the Department is not. */
export function isReturned({ claim }: Pick<ReportPart, "claim">): boolean {
  return claim?.verification?.outcome === "RETURNED"
}

interface Reportable<Claim extends PartClaim> {
  task: { expectsDocument: boolean }
  claim?: Claim | null
  periods: readonly { key: string; status: TaskStatus; claim?: Claim | null }[]
  phases: readonly {
    status: TaskStatus
    claim?: Claim | null
    phase: { id: string; expectsDocument: boolean }
  }[]
}

/** What can be reported of an obligation: its phases, its periods that have begun, the last first, or itself. */
export function partsOf<Claim extends PartClaim>({
  task,
  claim,
  periods,
  phases,
}: Reportable<Claim>): ReportPart<Claim>[] {
  if (phases.length > 0)
    return phases.map(({ status, claim: ofPhase, phase: { id, expectsDocument } }) => ({
      id,
      kind: "PHASE",
      status,
      expectsDocument,
      claim: ofPhase ?? null,
    }))
  const { expectsDocument } = task
  if (periods.length > 0)
    return periods.map(({ key, status, claim: ofPeriod }) => ({
      id: key,
      kind: "PERIOD",
      status,
      expectsDocument,
      claim: ofPeriod ?? null,
    }))
  return [{ id: "", kind: "WHOLE", status: null, expectsDocument, claim: claim ?? null }]
}

/** The part that a form begins with where none was asked for: one that was returned, the current period, a phase begun to be corrected. */
export function firstPart<Claim extends PartClaim>(
  parts: readonly ReportPart<Claim>[],
): ReportPart<Claim> | null {
  const [first] = parts
  const inPhases = first === undefined || first.kind === "PHASE"
  return parts.find(isReturned) ?? (inPhases ? parts.find(({ claim }) => claim?.openFields) : first) ?? null
}

/** As the graph takes it. */
export function slotOf({ id, kind }: Pick<ReportPart, "id" | "kind">) {
  return { periodKey: kind === "PERIOD" ? id : null, phaseId: kind === "PHASE" ? id : null }
}
