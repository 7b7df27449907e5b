export { planKeyOf, type StableKind, stableId } from "./stable-id.ts"
export type { Cell, PublishedSource, PublishedTable, Row, SubgraphImport } from "./subgraph-import.ts"
