import { printSchema } from "@plan43/subgraph"
import { agenciesSchema } from "./schema.ts"

printSchema(agenciesSchema, new URL("../schema.graphql", import.meta.url))
