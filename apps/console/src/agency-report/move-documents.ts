import type { TypedDocumentNode } from "@apollo/client"
import type {
  AcceptAgencyReportMutation,
  ApproveAgencyReportMutation,
  MoveAgencyReportInput,
  SendAgencyReportBackMutation,
  SendAgencyReportMutation,
  SubmitAgencyReportMutation,
} from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"

const SubmitAgencyReportDocument = graphql(`
  mutation SubmitAgencyReport($input: MoveAgencyReportInput!) {
    moved: submitAgencyReport(input: $input) {
      report {
        ...ReportStanding
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const SendAgencyReportBackDocument = graphql(`
  mutation SendAgencyReportBack($input: MoveAgencyReportInput!) {
    moved: sendAgencyReportBack(input: $input) {
      report {
        ...ReportStanding
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const ApproveAgencyReportDocument = graphql(`
  mutation ApproveAgencyReport($input: MoveAgencyReportInput!) {
    moved: approveAgencyReport(input: $input) {
      report {
        ...ReportStanding
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const SendAgencyReportDocument = graphql(`
  mutation SendAgencyReport($input: MoveAgencyReportInput!) {
    moved: sendAgencyReport(input: $input) {
      report {
        ...ReportStanding
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const AcceptAgencyReportDocument = graphql(`
  mutation AcceptAgencyReport($input: MoveAgencyReportInput!) {
    moved: acceptAgencyReport(input: $input) {
      report {
        ...ReportStanding
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** What moves a report on by a word alone; it is returned with reasons per field. */
export type ReportMove = "SUBMIT" | "SEND_BACK" | "APPROVE" | "SEND" | "ACCEPT"

type Moved =
  | SubmitAgencyReportMutation
  | SendAgencyReportBackMutation
  | ApproveAgencyReportMutation
  | SendAgencyReportMutation
  | AcceptAgencyReportMutation

/** The operation of each move; all answer as `moved`. */
export const reportMoveDocuments: Readonly<
  Record<ReportMove, TypedDocumentNode<Moved, { input: MoveAgencyReportInput }>>
> = {
  SUBMIT: SubmitAgencyReportDocument,
  SEND_BACK: SendAgencyReportBackDocument,
  APPROVE: ApproveAgencyReportDocument,
  SEND: SendAgencyReportDocument,
  ACCEPT: AcceptAgencyReportDocument,
}
