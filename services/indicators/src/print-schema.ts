import { printSchema } from "@plan43/subgraph"
import { indicatorsSchema } from "./schema.ts"

printSchema(indicatorsSchema, new URL("../schema.graphql", import.meta.url))
