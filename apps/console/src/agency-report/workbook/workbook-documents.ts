import { graphql } from "../../__generated__/index.ts"

export const FillableWorkbookDocument = graphql(`
  query FillableWorkbook($id: ID!) {
    agencyReport(id: $id) {
      id
      fillableWorkbook {
        name
        mediaType
        base64
      }
    }
  }
`)

/** What was found in a file that came back. */
export const WorkbookFindingsFragmentDocument = graphql(`
  fragment WorkbookFindings on WorkbookCheck {
    lineCount
    rightCount
    changedCount
    approvedBy
    approvedOn
    problems {
      code
      reach
      sheet
      cell
      message
    }
  }
`)

export const CheckedWorkbookDocument = graphql(`
  query CheckedWorkbook($id: ID!, $fileId: ID!) {
    agencyReport(id: $id) {
      id
      checkedWorkbook(fileId: $fileId) {
        ...WorkbookFindings
      }
    }
  }
`)

export const AnnotatedWorkbookDocument = graphql(`
  query AnnotatedWorkbook($id: ID!, $fileId: ID!) {
    agencyReport(id: $id) {
      id
      checkedWorkbook(fileId: $fileId) {
        annotated {
          name
          mediaType
          base64
        }
      }
    }
  }
`)

export const TakeReportWorkbookDocument = graphql(`
  mutation TakeReportWorkbook($input: TakeReportWorkbookInput!) {
    takeReportWorkbook(input: $input) {
      report {
        id
        answeredCount
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

export const TakenWorkbooksDocument = graphql(`
  query TakenWorkbooks($id: ID!) {
    agencyReport(id: $id) {
      id
      workbooks(first: 10) {
        totalCount
        edges {
          node {
            id
            sha256
            approvedBy
            approvedOn
            linesTaken
            linesLeft
            takenByName
            takenAt
            file {
              id
              name
              size
              url
            }
          }
        }
      }
    }
  }
`)
