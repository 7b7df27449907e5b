import type { TypedDocumentNode } from "@apollo/client"
import { graphql } from "../__generated__/index.ts"
import type { UserError } from "../form/user-error.ts"
import type { ObstacleMove } from "./step-form.ts"

/** What every step is answered. */
export interface StepAnswer {
  step: { obstacle?: { id: string; version: number } | null; userErrors: readonly UserError[] }
}

const AcceptObstacleDocument = graphql(`
  mutation AcceptObstacle($input: ObstacleStepInput!) {
    step: acceptObstacle(input: $input) {
      obstacle {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const ReturnObstacleDocument = graphql(`
  mutation ReturnObstacle($input: ObstacleStepInput!) {
    step: returnObstacle(input: $input) {
      obstacle {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const ReplyToObstacleDocument = graphql(`
  mutation ReplyToObstacle($input: ObstacleStepInput!) {
    step: replyToObstacle(input: $input) {
      obstacle {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const DeclineObstacleDocument = graphql(`
  mutation DeclineObstacle($input: ObstacleStepInput!) {
    step: declineObstacle(input: $input) {
      obstacle {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const SendUpObstacleDocument = graphql(`
  mutation SendUpObstacle($input: SendUpObstacleInput!) {
    step: sendUpObstacle(input: $input) {
      obstacle {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const DecideObstacleDocument = graphql(`
  mutation DecideObstacle($input: DecideObstacleInput!) {
    step: decideObstacle(input: $input) {
      obstacle {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const AnswerObstacleDocument = graphql(`
  mutation AnswerObstacle($input: AnswerObstacleInput!) {
    step: answerObstacle(input: $input) {
      obstacle {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const MergeObstacleDocument = graphql(`
  mutation MergeObstacle($input: MergeObstacleInput!) {
    step: mergeObstacle(input: $input) {
      obstacle {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const UnmergeObstacleDocument = graphql(`
  mutation UnmergeObstacle($input: ObstacleStepInput!) {
    step: unmergeObstacle(input: $input) {
      obstacle {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const WithdrawObstacleDocument = graphql(`
  mutation WithdrawObstacle($input: ObstacleStepInput!) {
    step: withdrawObstacle(input: $input) {
      obstacle {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** The mutation of each step. */
export const stepDocuments: Readonly<Record<ObstacleMove, TypedDocumentNode<StepAnswer, { input: never }>>> =
  {
    ACCEPT: AcceptObstacleDocument,
    RETURN: ReturnObstacleDocument,
    REPLY: ReplyToObstacleDocument,
    DECLINE: DeclineObstacleDocument,
    SEND_UP: SendUpObstacleDocument,
    DECIDE: DecideObstacleDocument,
    ANSWER: AnswerObstacleDocument,
    MERGE: MergeObstacleDocument,
    UNMERGE: UnmergeObstacleDocument,
    WITHDRAW: WithdrawObstacleDocument,
  }
