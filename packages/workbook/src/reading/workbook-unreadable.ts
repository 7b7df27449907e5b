/**
 * Why nothing of a file is read. TOO_LARGE: it is, or it unpacks to more than any form does; OUTSIDE_DATA: it takes values from
 * other files or from databases.
 */
export type WorkbookFault =
  | "NOT_A_WORKBOOK"
  | "TOO_LARGE"
  | "DAMAGED"
  | "ENCRYPTED"
  | "WITH_MACROS"
  | "OUTSIDE_DATA"

/** A file of which nothing is read. */
export class WorkbookUnreadable extends Error {
  override readonly name = "WorkbookUnreadable"

  constructor(
    readonly fault: WorkbookFault,
    options?: ErrorOptions,
  ) {
    super(`the workbook cannot be read: ${fault}`, options)
  }
}
