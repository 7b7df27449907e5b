/** `node test/first-start.ts FOLDER`: the whole system is started on an empty folder and stopped, as on a user's first day. */
import { argv } from "node:process"
import { startSystem } from "./running-system.ts"

const [, , folder] = argv
if (folder === undefined) throw new Error("which folder is to hold its data must be said")
const began = Date.now()
const system = await startSystem({ dataDirectory: folder })
console.log(`ready after ${((Date.now() - began) / 1000).toFixed(1)} s`)
await system.stop()
