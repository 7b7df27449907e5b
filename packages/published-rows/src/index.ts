export { type CellChange, type CurrentRow, diffTable, fillsOnly, type RowChange } from "./diff-table.ts"
export { planKeyOf, type StableKind, stableId } from "./stable-id.ts"
export type { Cell, PublishedSource, PublishedTable, Row, SubgraphImport } from "./subgraph-import.ts"
export {
  currentRows,
  type ImportAuthor,
  type ImportTransaction,
  recordChanges,
  removeGone,
  writeRows,
} from "./table-store.ts"
