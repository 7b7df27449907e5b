import { describe } from "vitest"
import { attackedSystem, unharmed } from "./attacked-system.ts"
import { textAttacks } from "./text-arguments.ts"

const attacked = attackedSystem()

describe("texts", () => textAttacks(attacked))
unharmed(attacked)
