import { printSchema } from "@plan43/subgraph"
import { notificationsSchema } from "./schema.ts"

printSchema(notificationsSchema, new URL("../schema.graphql", import.meta.url))
