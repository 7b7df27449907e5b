import { printSchema } from "@plan43/subgraph"
import { accessSchema } from "./schema.ts"

printSchema(accessSchema, new URL("../schema.graphql", import.meta.url))
