import { printSchema } from "@plan43/subgraph"
import { reportingSchema } from "./schema.ts"

printSchema(reportingSchema, new URL("../schema.graphql", import.meta.url))
