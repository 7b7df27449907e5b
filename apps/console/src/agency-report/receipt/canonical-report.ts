import type { LineValues } from "../line/line-form.ts"

/** What of a report its content hash is made of. */
export interface ReportContent {
  round: { id: string; cutOffOn: string }
  agencyId: string
  approvedBy: string
  /** An instant, RFC 3339; null where a file of the agency says who approved it. */
  approvedAt: string | null
  /** The Excel file that says who approved it; null where it was approved on the platform. */
  approvedIn: { sha256: string; approvedOn: string | null } | null
  /** "YYYY-MM-DD". */
  sentOn: string
  /** Where it was first entered on behalf of its agency, the day on which its file or paper came; else null. */
  receivedOn: string | null
  /** How it came that was entered last; null where it was approved on the platform, or entered before that was kept. */
  entry: { receivedOn: string; approvedOn: string | null; scans: readonly { sha256: string }[] } | null
  /** In any order: those who read them are shown them in different ones. */
  lines: readonly (LineValues & {
    item: { kind: string; code: string }
    files: readonly { sha256: string }[]
  })[]
}

/**
 * A report as the one text that its hash is made of: JSON without spaces, keys in this order, what is missing as null, texts
 * in Unicode's composed form (NFC). Whoever has the report can write the same text and compare.
 * A report without files keeps the first form, which it had before there were any, and one that never was entered on behalf of its
 * agency the second. docs/decisions/report-receipt-hash.md
 */
export function canonicalText(content: ReportContent): string {
  const { round, agencyId, approvedBy, approvedAt, approvedIn, sentOn, receivedOn, entry, lines } = content
  const entered = receivedOn !== null || entry !== null
  const first = !entered && approvedIn === null && lines.every(({ files }) => files.length === 0)
  return JSON.stringify(
    {
      form: `plan43-agency-report/${entered ? 3 : first ? 1 : 2}`,
      round: { id: round.id, cutOffOn: round.cutOffOn },
      agency: agencyId,
      approvedBy,
      approvedAt,
      ...(!first && {
        approvedIn: approvedIn && { sha256: approvedIn.sha256, approvedOn: approvedIn.approvedOn },
      }),
      sentOn,
      ...(entered && {
        receivedOn,
        entry: entry && {
          receivedOn: entry.receivedOn,
          approvedOn: entry.approvedOn,
          scans: entry.scans.map(({ sha256 }) => sha256),
        },
      }),
      lines: lines.toSorted(inOrder).map(({ item, files, ...line }) => ({
        kind: item.kind,
        code: item.code,
        answer: line.answer ?? null,
        progress: line.progress ?? null,
        resultDocument: line.resultDocument ?? null,
        percentage: line.percentage ?? null,
        difficulties: line.difficulties ?? null,
        proposal: line.proposal ?? null,
        nextPlan: line.nextPlan ?? null,
        ...(!first && { files: files.map(({ sha256 }) => sha256) }),
      })),
    },
    (_key, value: unknown) => (typeof value === "string" ? value.normalize("NFC") : value),
  )
}

type Line = ReportContent["lines"][number]

const KINDS = ["TASK", "INDICATOR", "QUESTION"]

/** Tasks, then indicators, then questions; of each the first numbers of codes decide, then the codes. */
function inOrder({ item: one }: Line, { item: other }: Line): number {
  if (one.kind !== other.kind) return KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind)
  const numbers = numberIn(one.code) - numberIn(other.code)
  return numbers || (one.code < other.code ? -1 : one.code === other.code ? 0 : 1)
}

function numberIn(code: string): number {
  return Number(/\d+/.exec(code)?.[0])
}

/** The SHA-256 of a report's canonical text in UTF-8, as 64 hexadecimal digits. */
export async function contentHash(content: ReportContent): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalText(content))
  const digest = await crypto.subtle.digest("SHA-256", bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}
