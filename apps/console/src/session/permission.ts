import type { Scope } from "@plan43/authorization/scope"
import { useSession } from "./session.ts"

/** Whether the person at the console may do it. The graph decides in the end; this decides what is offered. */
export function useMay(scope: Scope): boolean {
  const { person } = useSession()
  return person?.scopes.includes(scope) ?? false
}
