import type { TypedDocumentNode } from "@apollo/client"
import type {
  LockRoundMutation,
  MoveRoundInput,
  OpenRoundMutation,
  RefillRoundMutation,
  WithdrawRoundMutation,
} from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"

const OpenRoundDocument = graphql(`
  mutation OpenRound($input: MoveRoundInput!) {
    moved: openRound(input: $input) {
      round {
        id
        version
        stage
        openedOn
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const RefillRoundDocument = graphql(`
  mutation RefillRound($input: MoveRoundInput!) {
    moved: refillRound(input: $input) {
      round {
        id
        version
        filledOn
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const LockRoundDocument = graphql(`
  mutation LockRound($input: MoveRoundInput!) {
    moved: lockRound(input: $input) {
      round {
        id
        version
        stage
        lockedAt
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const WithdrawRoundDocument = graphql(`
  mutation WithdrawRound($input: MoveRoundInput!) {
    moved: withdrawRound(input: $input) {
      round {
        id
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** What a coordinator does with a round. */
export type RoundMove = "OPEN" | "REFILL" | "LOCK" | "WITHDRAW"

type Moved = OpenRoundMutation | RefillRoundMutation | LockRoundMutation | WithdrawRoundMutation

/** The operation of each move; all answer as `moved`. */
export const roundMoveDocuments: Readonly<
  Record<RoundMove, TypedDocumentNode<Moved, { input: MoveRoundInput }>>
> = {
  OPEN: OpenRoundDocument,
  REFILL: RefillRoundDocument,
  LOCK: LockRoundDocument,
  WITHDRAW: WithdrawRoundDocument,
}
