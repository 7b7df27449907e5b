import { runSubgraph } from "@plan43/subgraph"
import { indicators } from "./subgraph.ts"

await runSubgraph(indicators)
