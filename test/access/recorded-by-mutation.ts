import { createHash, randomUUID } from "node:crypto"
import { stableId } from "@plan43/published-rows"
import { UPLOADED_WORKBOOK } from "@plan43/reporting/walked-rows"

import type { RunningSubgraph } from "@plan43/subgraph"
import { askWell, personOf } from "@plan43/subgraph/testing"
import { RENAMED_AGENCY, SIGNER } from "./recorded-rows.ts"
import { OWN_AGENCY } from "./requesters.ts"

const coordinator = personOf("COORDINATOR")

const ISSUED = {
  kind: "DECREE",
  number: "1/2026/NĐ-CP",
  issuer: "Chính phủ",
  issuedOn: "2026-02-02",
  effectiveOn: "2026-03-01",
  dueDays: 60,
}

/** Tasks that each wait for one document. */
const WAITING = { forReplaced: "29", forCorrected: "87" } as const

interface Outcome {
  userErrors: unknown[]
}

/**
 * Records what is more than a row: documents that were issued, one of which was replaced, and an agency that was renamed.
 * @returns what previews of two more such changes, and other fields that need more than any argument, are asked with, by field and argument
 */
export async function recordByMutation(
  subgraphs: ReadonlyMap<string, RunningSubgraph>,
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const subgraphOf = (name: string) => {
    const subgraph = subgraphs.get(name)
    if (subgraph === undefined) throw new Error(`subgraph ${name} does not run`)
    return subgraph
  }
  const replaced = await recordDocument(subgraphOf("tasks"), WAITING.forReplaced)
  const successor = { number: "9/2026/NĐ-CP" }
  await carryOut(
    subgraphOf("tasks"),
    "mutation ($given: EndDocumentInput!) { done: endDocument(input: $given) { userErrors { reason field } } }",
    { idempotencyKey: randomUUID(), ...replaced, endedOn: "2026-10-01", successor },
  )
  const recorded = await recordDocument(subgraphOf("tasks"), WAITING.forCorrected)
  await carryOut(
    subgraphOf("agencies"),
    "mutation ($given: RecordAgencyChangeInput!) { done: recordAgencyChange(input: $given) { userErrors { reason field } } }",
    { idempotencyKey: randomUUID(), change: renaming("so-du-lich") },
  )
  const founded = (code: string, name: string) => ({ founded: { code, name, kind: "PUBLIC_SERVICE_UNIT" } })
  await carryOut(
    subgraphOf("agencies"),
    "mutation ($given: RecordAgencyChangeInput!) { done: recordAgencyChange(input: $given) { userErrors { reason field } } }",
    {
      idempotencyKey: randomUUID(),
      change: {
        ...renaming("truong-dh-thu-do"),
        kind: "SPLIT",
        successors: [founded("truong-mot", "Trường Một"), founded("truong-hai", "Trường Hai")],
        allocations: [
          { kind: "TASK", id: randomUUID(), to: "truong-mot" },
          { kind: "INDICATOR", id: randomUUID(), to: "truong-hai" },
        ],
      },
    },
  )
  return new Map<string, Readonly<Record<string, unknown>>>([
    ["previewDocument", { input: { ...recorded, document: { ...ISSUED, effectiveOn: "2026-04-01" } } }],
    [
      "previewAgencyChange",
      {
        change: {
          ...renaming(RENAMED_AGENCY),
          kind: "SPLIT",
          successors: [founded("so-mot", "Sở Một"), founded("so-hai", "Sở Hai")],
          allocations: [{ kind: "TASK", id: randomUUID(), to: "so-mot" }],
        },
      },
    ],
    ["checkedWorkbook", { fileId: UPLOADED_WORKBOOK }],
    ["recognisedWorkbook", { fileId: UPLOADED_WORKBOOK }],
    ["obligationsToRemind", { agency: RENAMED_AGENCY }],
    ["calendarExceptions", { year: 2026 }],
    ["card", { kind: "OFFICIAL", subjectId: uuidOfText(`${SIGNER} ${stableId("agency", OWN_AGENCY)}`) }],
    ["scorecards", { from: "2026-01-01", to: "2026-06-30" }],
    ["calendarFindings", { year: 2027 }],
    // Without identifiers it would mark all as read; more than may be named at once are refused
    [
      "markNoticesRead",
      { input: { idempotencyKey: randomUUID(), ids: Array.from({ length: 201 }, randomUUID) } },
    ],
  ])
}

async function carryOut<Data extends Outcome>(
  subgraph: RunningSubgraph,
  query: string,
  given: object,
): Promise<Data> {
  const { done } = await askWell<{ done: Data }>(subgraph, query, { given }, coordinator)
  if (done.userErrors.length > 0) throw new Error(JSON.stringify(done.userErrors))
  return done
}

/** @returns which document it is, and at which version it stands */
async function recordDocument(
  subgraph: RunningSubgraph,
  code: string,
): Promise<{ id: string; version: number }> {
  const { task } = await askWell<{
    task: { deadline: { triggers: readonly [{ id: string; version: number }] } }
  }>(subgraph, "query ($code: String!) { task(code: $code) { deadline { triggers { id version } } } }", {
    code,
  })
  const [awaited] = task.deadline.triggers
  const { preview } = await carryOut<Outcome & { preview: { token: string } }>(
    subgraph,
    "query ($given: PreviewDocumentInput!) { done: previewDocument(input: $given) { preview { token } userErrors { reason field } } }",
    { ...awaited, document: ISSUED },
  )
  const { trigger } = await carryOut<Outcome & { trigger: { id: string; version: number } }>(
    subgraph,
    "mutation ($given: RecordDocumentInput!) { done: recordDocument(input: $given) { trigger { id version } userErrors { reason field } } }",
    { idempotencyKey: randomUUID(), ...awaited, document: ISSUED, preview: preview.token },
  )
  return trigger
}

function renaming(code: string): object {
  return {
    kind: "RENAMING",
    effectiveOn: "2026-12-01",
    document: { number: "21/NQ-HĐND", issuedOn: "2026-11-01", issuer: "HĐND Thành phố", link: null },
    predecessors: [code],
    successors: [{ founded: { code: `${code}-moi`, name: `Cơ quan mới của ${code}`, kind: "DEPARTMENT" } }],
  }
}

/** As scorecards identify whom nobody assigned: a hash of account and agency, written as a UUID. */
function uuidOfText(text: string): string {
  return createHash("md5")
    .update(text)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}
