import { graphql } from "../../__generated__/index.ts"

export const EnterReceivedReportDocument = graphql(`
  mutation EnterReceivedReport($input: EnterReceivedReportInput!) {
    enterReceivedReport(input: $input) {
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

/** How a report came that was entered on behalf of its agency. */
export const ReceivedEntryFragmentDocument = graphql(`
  fragment ReceivedEntry on ReportEntry {
    id
    receivedOn
    approvedOn
    enteredByName
    recordedOn
    workbook {
      id
      sha256
      file {
        id
        name
        size
        url
      }
    }
    scans {
      id
      name
      size
      url
      sha256
    }
  }
`)
