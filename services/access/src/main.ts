import { runSubgraph } from "@plan43/subgraph"
import { access } from "./subgraph.ts"

await runSubgraph(access)
