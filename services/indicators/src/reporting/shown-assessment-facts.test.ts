import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { assessmentFactsShownSql } from "./shown-assessment-facts.ts"

test("what is known of an indicator is told by the rule that was last written into what reporting is shown", () => {
  // Fails when the rule changed: add a migration that carries out assessmentFactsShownSql() again, then write its hash here
  expect(createHash("sha256").update(assessmentFactsShownSql().join(";")).digest("hex")).toBe(
    "1efdfb6aaa90b2b7bfbaadd282b8ac2bf4fbbd5abf3c08f9c9cb63833ca1775c",
  )
})
