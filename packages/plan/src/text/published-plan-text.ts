import { readFileSync } from "node:fs"
import { decodePlan } from "./decode-plan.ts"

/** From `src/text` and from `dist/text` alike. */
const PUBLISHED = new URL("../../data/ke-hoach-43-kh-ubnd-2025.txt", import.meta.url)

/** The plan's text as published, byte for byte, misprints included. */
export function publishedPlanText(): string {
  return decodePlan(readFileSync(PUBLISHED))
}
