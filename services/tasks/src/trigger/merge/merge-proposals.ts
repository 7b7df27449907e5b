import { planKeyOf, stableId } from "@plan43/published-rows"
import type { TriggerEvent, TriggerKind } from "../trigger-kind.ts"

/** A document as the plan words it, with the one task that waits for it. */
export interface WordedDocument {
  id: string
  kind: TriggerKind
  title: string
  issuer: string | null
  event: TriggerEvent
  position: number
  taskTitle: string
  /** Identifiers of documents known to have been issued that it probably is. */
  knownAs: readonly string[]
}

/** Why documents are taken to be the same. */
export const MergeReason = {
  SAME_NAME: "SAME_NAME",
  SAME_BASIS: "SAME_BASIS",
  SAME_KNOWN_DOCUMENT: "SAME_KNOWN_DOCUMENT",
} as const
export type MergeReason = keyof typeof MergeReason

/** That documents of the plan are the same one. Nobody merges them but a coordinator. */
export interface MergeProposal {
  /** The same as long as the same is proposed for the same reason. */
  id: string
  reason: MergeReason
  /** What they have in common: the name, the document that they amend, or the known document's identifier. */
  common: string
  /** At least two, in the plan's order. */
  documentIds: readonly string[]
}

/** A name that says no more than what sort of document it is and who issues it names none in particular. */
const NAMES_NONE =
  /^(?:các )?(?:văn bản )?(?:luật|nghị quyết|nghị định|quyết định(?: phê duyệt)?|đề án|chương trình|chiến lược|bộ tiêu chí|cơ chế|chính sách|cơ chế, chính sách|quy định(?: mới)?|hướng dẫn)(?: (?:của )?(?:chính phủ|thủ tướng chính phủ|quốc hội|trung ương|cấp có thẩm quyền|cơ quan có thẩm quyền|bộ .+))?$/u

/** A legal document with its number, e.g. "Nghị định số 80/2020/NĐ-CP". */
const NUMBERED = /\b\d+\/\d{4}\/[\p{Lu}Đ]+\d*(?:-\s?[\p{L}\d]+)*/gu

/**
 * Documents that clearly are the same: the same kind of document
 * - under the same name, where the name says which;
 * - of the same issuer that amends or replaces the same numbered document, named in the task;
 * - that a document known to have been issued probably is.
 * “Hướng dẫn của cấp có thẩm quyền” stands at fifteen tasks and says nothing of which guidance: such words propose nothing.
 * A document is in one proposal at most, for the first of these reasons.
 */
export function mergeProposals(
  plan: { number: string; issuedOn: string },
  documents: readonly WordedDocument[],
): MergeProposal[] {
  const taken = new Set<string>()
  const propose = (
    reason: MergeReason,
    commonOf: (document: WordedDocument) => string | null,
    keyOf: (document: WordedDocument) => string = () => "",
  ): MergeProposal[] => {
    const groups = Map.groupBy(
      documents.filter(({ id }) => !taken.has(id)),
      (document) => {
        const common = commonOf(document)
        return common === null ? null : JSON.stringify([keyOf(document), folded(common)])
      },
    )
    return [...groups].flatMap(([key, group]) => {
      const [first] = group
      if (key === null || first === undefined || group.length < 2) return []
      const ordered = group.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
      const documentIds = ordered.map(({ id }) => id)
      for (const id of documentIds) taken.add(id)
      const common = commonOf(ordered[0] ?? first) ?? ""
      const id = stableId("merge-proposal", planKeyOf(plan), reason, ...documentIds)
      return [{ id, reason, common, documentIds }]
    })
  }
  const sort = ({ kind, issuer }: WordedDocument) => `${kind} ${folded(issuer ?? "")}`
  return [
    ...propose("SAME_NAME", ({ title }) => (NAMES_NONE.test(folded(title)) ? null : title), sort),
    ...propose("SAME_BASIS", basisOf, sort),
    ...propose("SAME_KNOWN_DOCUMENT", ({ knownAs }) => knownAs[0] ?? null),
  ]
}

/** The numbered documents that a task's document amends or replaces, as one text; null where it names none. */
function basisOf({ title, taskTitle }: WordedDocument): string | null {
  const numbers = `${title} ${taskTitle}`.match(NUMBERED) ?? []
  const distinct = [...new Set(numbers.map((number) => number.replaceAll(/\s/g, "")))].toSorted()
  return distinct.length === 0 ? null : distinct.join(", ")
}

function folded(text: string): string {
  return text.normalize("NFC").toLocaleLowerCase("vi").replaceAll(/\s+/g, " ").trim()
}
