import { runSubgraph } from "@plan43/subgraph"
import { tasks } from "./subgraph.ts"

await runSubgraph(tasks)
