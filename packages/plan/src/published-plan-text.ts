import { readFileSync } from "node:fs"
import { decodePlan } from "./text/decode-plan.ts"

/** The project's own copy of Plan 43/KH-UBND of 14 February 2025, as published, misprints included. */
export function publishedPlanText(): string {
  return decodePlan(readFileSync(new URL("../data/ke-hoach-43-kh-ubnd-2025.txt", import.meta.url)))
}
