import { printSchema } from "@plan43/subgraph"
import { cooperationSchema } from "./schema.ts"

printSchema(cooperationSchema, new URL("../schema.graphql", import.meta.url))
