import { randomUUID } from "node:crypto"
import { type DocumentNode, print } from "graphql"
import {
  LockRoundDocument,
  ReportLinesDocument,
  RoundBoardDocument,
  RoundDetailDocument,
  RoundFiguresDocument,
  RoundWordDocument,
  RoundWorkbookDocument,
} from "../../../apps/console/src/__generated__/graphql.ts"
import type { SignedIn } from "../../signed-in.ts"

/** A round that is worked with, as far as it has come. */
export interface BenchRound {
  id: string
  version: number
  /** A report in it. */
  reportId: string | null
  agencies: number
  /** The City's report, once it was asked for. */
  word: Buffer
}

/** One step of a round; the steps are taken in their order. */
export interface RoundStep {
  name: string
  take(coordinator: SignedIn, round: BenchRound): Promise<unknown>
}

/** Largest page of the API. */
const PAGE = 100

/** A round that was prepared, and is not open yet. */
export async function preparedRound(
  coordinator: SignedIn,
  agencyIds: readonly string[],
  name: string,
): Promise<BenchRound> {
  const { createRound } = await coordinator.askWell<{
    createRound: { round: { id: string; version: number } }
  }>("mutation ($input: CreateRoundInput!) { createRound(input: $input) { round { id version } } }", {
    input: {
      ...{ idempotencyKey: randomUUID(), kind: "AD_HOC", name, agencyIds },
      ...{ cutOffOn: "2026-05-31", agenciesDueOn: "2026-06-05", cityDueOn: "2026-06-10" },
    },
  })
  return { ...createRound.round, reportId: null, agencies: 0, word: Buffer.alloc(0) }
}

const shown =
  <Data>(
    document: DocumentNode | object,
    variables: (round: BenchRound) => Record<string, unknown>,
    note?: (round: BenchRound, data: Data) => void,
  ): RoundStep["take"] =>
  async (coordinator, round) => {
    const data = await coordinator.askWell<Data>(print(document as DocumentNode), variables(round))
    note?.(round, data)
  }

interface Board {
  round: { reports: { edges: { node: { id: string } }[]; totalCount: number } }
}

/** A round from its opening to its lock, as the console asks for it. */
export const roundSteps: readonly RoundStep[] = [
  {
    name: "opening the round",
    take: async (coordinator, round) => {
      const { openRound } = await coordinator.askWell<{ openRound: { round: { version: number } } }>(
        "mutation ($input: MoveRoundInput!) { openRound(input: $input) { round { version } } }",
        { input: { idempotencyKey: randomUUID(), id: round.id, version: round.version } },
      )
      round.version = openRound.round.version
    },
  },
  { name: "page of the round", take: shown(RoundDetailDocument, ({ id }) => ({ id, readsAll: true })) },
  {
    name: "board, 100 rows",
    take: shown<Board>(
      RoundBoardDocument,
      ({ id }) => ({ id, first: PAGE, reads: true }),
      (round, { round: { reports } }) => {
        round.reportId = reports.edges[0]?.node.id ?? null
        round.agencies = reports.totalCount
      },
    ),
  },
  {
    name: "lines of a report",
    take: shown(ReportLinesDocument, ({ reportId }) => ({ id: reportId, first: PAGE, reads: true })),
  },
  { name: "official tallies", take: shown(RoundFiguresDocument, ({ id }) => ({ id })) },
  {
    name: "City's report, Word",
    take: shown<{ round: { synthesis: { word: { base64: string } } } }>(
      RoundWordDocument,
      ({ id }) => ({ id }),
      (round, data) => {
        round.word = Buffer.from(data.round.synthesis.word.base64, "base64")
      },
    ),
  },
  { name: "City's report, Excel", take: shown(RoundWorkbookDocument, ({ id }) => ({ id })) },
  {
    name: "locking the round",
    take: shown(LockRoundDocument, ({ id, version }) => ({
      input: { idempotencyKey: randomUUID(), id, version },
    })),
  },
  { name: "City's report of the locked round, Word", take: shown(RoundWordDocument, ({ id }) => ({ id })) },
]
