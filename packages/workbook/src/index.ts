export type { Cell, Sheet, SheetColumn, SheetRow } from "./sheet.ts"
export { WORKBOOK_MEDIA_TYPE, writeWorkbook } from "./write-workbook.ts"
