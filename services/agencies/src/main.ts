import { runSubgraph } from "@plan43/subgraph"
import { agencies } from "./subgraph.ts"

await runSubgraph(agencies)
