import { launch } from "./launch.mjs"

await launch("verify-history")
