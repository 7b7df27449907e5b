import { runSubgraph } from "@plan43/subgraph"
import { cooperation } from "./subgraph.ts"

await runSubgraph(cooperation)
