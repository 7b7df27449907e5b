import { z } from "zod"

// Schemas are not compiled: that takes eval, which the content security policy forbids. Before any schema is made.
z.config({ jitless: true })

export { z }
