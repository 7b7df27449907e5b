import { DEFAULT_LIMITS, LIMIT_NAMES, type OperationLimits, type RequesterKind } from "./operation-limits.ts"

/**
 * Reads limits as the environment has them, e.g. "cost=100000,depth=16"; those not named are the kind's own.
 * @throws RangeError naming what is no limit
 */
export function readLimits(text: string, kind: RequesterKind): OperationLimits {
  const limits = { ...DEFAULT_LIMITS[kind] }
  for (const entry of text.split(",").map((each) => each.trim())) {
    if (entry === "") continue
    const [name, value] = entry.split("=")
    const known = LIMIT_NAMES.find((each) => each === name)
    if (!known || !value || !/^[1-9]\d{0,8}$/.test(value))
      throw new RangeError(
        `"${entry}" is no limit: write ${LIMIT_NAMES.join(", ")} as name=number, with commas between them`,
      )
    limits[known] = Number(value)
  }
  return limits
}
