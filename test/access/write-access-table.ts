import { writeFileSync } from "node:fs"
import { accessPage } from "./access-page.ts"
import { accessTable, writeTable } from "./access-table.ts"
import { publicGraphOf } from "./public-graph.ts"
import { printedSubgraphs } from "./subgraph-schemas.ts"

const subgraphs = printedSubgraphs()
const table = accessTable(subgraphs, publicGraphOf(subgraphs))
writeFileSync(new URL("access.tsv", import.meta.url), writeTable(table))
writeFileSync(new URL("../../docs/access.md", import.meta.url), accessPage(table))
