import { z } from "zod"
import { ROLES } from "../role/role.ts"
import { SCOPES } from "../role/scope.ts"

const shape = z.object({
  /** A person, another team's system, or the gateway itself. */
  kind: z.enum(["PERSON", "SYSTEM", "GATEWAY"]),
  /** The issuer's subject of a person; the client id of a system. */
  id: z.string().min(1).max(255),
  name: z.string().max(500),
  /** As the issuer has verified it; left out where it has not, and for a system. */
  email: z.string().max(320).optional(),
  /** null for a system, and for a person to whom no role is assigned. */
  role: z.enum(ROLES).nullable(),
  agencyId: z.uuid().nullable(),
  scopes: z.array(z.enum(SCOPES)),
})

/** Who is asking, as the gateway has made sure of. */
export type Identity = Readonly<z.infer<typeof shape>>

const requesterShape = z.object({
  identity: shape.nullable(),
  address: z.string().max(64).nullable(),
})

/** Who is asking, from where. */
export interface Requester {
  /** null when anonymous. */
  identity: Identity | null
  /** The client's address on the network, as the gateway saw it. */
  address: string | null
}

/** As one header's value. */
export function writeRequester({ identity, address }: Requester): string {
  return Buffer.from(JSON.stringify({ identity, address })).toString("base64url")
}

/** @returns null when the text is no requester */
export function readRequester(text: string): Requester | null {
  try {
    return requesterShape.parse(JSON.parse(Buffer.from(text, "base64url").toString()))
  } catch {
    return null
  }
}
