import type { Scope } from "@plan43/authorization/scope"
import { useSession } from "./session.ts"

/** Whether the person at the console may do one of these. The graph decides in the end; this decides what is offered. */
export function useMay(...anyOf: readonly Scope[]): boolean {
  const { person } = useSession()
  return anyOf.some((scope) => person?.scopes.includes(scope))
}
