import type { TriggerEvent, TriggerKind, TriggerReading } from "./trigger-reading.ts"

/** What a document is called, longest names first. */
const DOCUMENTS: readonly (readonly [name: string, kind: TriggerKind])[] = [
  ["văn bản hướng dẫn", "GUIDANCE"],
  ["hướng dẫn", "GUIDANCE"],
  ["bộ tiêu chí", "CRITERIA"],
  ["nghị quyết", "RESOLUTION"],
  ["nghị định", "DECREE"],
  ["quyết định", "DECISION"],
  ["chương trình", "PROGRAMME"],
  ["chiến lược", "STRATEGY"],
  ["cơ chế, chính sách", "POLICY"],
  ["chính sách", "POLICY"],
  ["quy định", "REGULATION"],
  ["đề án", "SCHEME"],
  ["các luật", "LAW"],
  ["luật", "LAW"],
]

const CENTRAL_BODY = "Thủ tướng Chính phủ|Chính phủ|Quốc hội|Trung ương"
const OF_A_BODY = /^.+ của (.+)$/
const ENDS_WITH_CENTRAL_BODY = new RegExp(`^.+? (${CENTRAL_BODY})$`)

const EXISTS = /^có (.+)$/
const IN_FORCE = /^(.+) có hiệu lực$/
const PASSIVE = /^(.+) được (?:(.+) )?(ban hành|phê duyệt)$/
const ACTIVE = new RegExp(`^(${CENTRAL_BODY}) (ban hành|phê duyệt) (.+)$`)
const ISSUED = /^(.+) ban hành$/

/**
 * Reads what follows "sau khi" in a deadline.
 * @param condition e.g. "Quyết định của Thủ tướng Chính phủ được ban hành"
 * @returns every document named, all of which must come; null when the words have no known form
 */
export function readTriggers(condition: string): TriggerReading[] | null {
  const existing = EXISTS.exec(condition)?.[1]
  if (existing !== undefined) {
    const documents = existing.split(" và ").map((document) => documentOf(document, null, "ISSUED"))
    return documents.every((document) => document !== null) ? documents : null
  }
  const document = documentInForce(condition) ?? documentDecidedOn(condition)
  return document === null ? null : [document]
}

/** The guidance of a body, e.g. "cấp có thẩm quyền", that a deadline follows. */
export function guidanceOf(body: string, notBefore: TriggerReading["notBefore"]): TriggerReading {
  return { kind: "GUIDANCE", title: `Hướng dẫn của ${body}`, issuer: body, event: "GUIDED", notBefore }
}

function documentInForce(condition: string): TriggerReading | null {
  const title = IN_FORCE.exec(condition)?.[1]
  return title === undefined ? null : documentOf(title, null, "IN_FORCE")
}

function documentDecidedOn(condition: string): TriggerReading | null {
  const [, passive, by, passiveVerb] = PASSIVE.exec(condition) ?? []
  if (passive !== undefined) return documentOf(passive, by ?? null, eventOf(passiveVerb))
  const [, body, verb, active] = ACTIVE.exec(condition) ?? []
  if (active !== undefined) return documentOf(active, body ?? null, eventOf(verb))
  const issued = ISSUED.exec(condition)?.[1]
  return issued === undefined ? null : documentOf(issued, null, "ISSUED")
}

function eventOf(verb: string | undefined): TriggerEvent {
  return verb === "phê duyệt" ? "APPROVED" : "ISSUED"
}

function documentOf(title: string, by: string | null, event: TriggerEvent): TriggerReading | null {
  const lower = title.toLowerCase()
  const kind = DOCUMENTS.find(([name]) => lower === name || lower.startsWith(`${name} `))?.[1]
  if (kind === undefined) return null
  const issuer = by ?? OF_A_BODY.exec(title)?.[1] ?? ENDS_WITH_CENTRAL_BODY.exec(title)?.[1] ?? null
  return { kind, title, issuer, event: kind === "GUIDANCE" ? "GUIDED" : event, notBefore: null }
}
