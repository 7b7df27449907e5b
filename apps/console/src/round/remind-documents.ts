import { graphql } from "../__generated__/index.ts"

/** Asks agencies for reports that have not come: some, or with none named all. */
export const RemindOfReportsDocument = graphql(`
  mutation RemindOfReports($input: RemindOfReportsInput!) {
    remindOfReports(input: $input) {
      reminder {
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
