import { fileURLToPath } from "node:url"
import { runUntilStopped } from "./run-until-stopped.ts"

const root = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "")

/** `npm start`: everything as it was built, until it is told to stop. */
await runUntilStopped({ root, form: "built" })
