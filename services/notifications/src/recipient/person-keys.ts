import type { Identity } from "@plan43/authorization"

/** Under which names notices of a person are kept: by the issuer's subject, and by an address that it has verified. */
export function personKeysOf({ id, email }: Pick<Identity, "id" | "email">): string[] {
  const keys = [`subject:${id}`]
  if (email !== undefined) keys.push(`email:${email.toLowerCase()}`)
  return keys
}
