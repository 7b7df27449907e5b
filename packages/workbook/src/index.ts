export type { CellCheck, FormCell, FormColumn, FormDate, FormSheet, FormValue } from "./form/form-sheet.ts"
export { rowsAbove, writeForm } from "./form/write-form.ts"
export {
  type CellContent,
  cellName,
  columnName,
  placeOf,
  type ReadCell,
  type ReadSheet,
} from "./reading/cell.ts"
export {
  type BesideCells,
  LARGEST_WORKBOOK,
  type ReadWorkbook,
  readWorkbook,
} from "./reading/read-workbook.ts"
export { type WorkbookFault, WorkbookUnreadable } from "./reading/workbook-unreadable.ts"
export type { Cell, Sheet, SheetColumn, SheetRow } from "./sheet.ts"
export { WORKBOOK_MEDIA_TYPE, writeWorkbook } from "./write-workbook.ts"
