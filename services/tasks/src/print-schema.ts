import { printSchema } from "@plan43/subgraph"
import { tasksSchema } from "./schema.ts"

printSchema(tasksSchema, new URL("../schema.graphql", import.meta.url))
