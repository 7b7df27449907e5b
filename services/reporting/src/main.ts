import { runSubgraph } from "@plan43/subgraph"
import { reporting } from "./subgraph.ts"

await runSubgraph(reporting)
