import { type GraphQLSchema, parse, validate } from "graphql"

/** An operation that somebody sends. */
export interface KnownOperation {
  /** Whose it is: "console", or the folder of a registered system. */
  client: string
  /** Its own name, or that of its file. */
  name: string
  text: string
}

/** An operation that a graph refuses, and why. */
export interface BrokenOperation extends Omit<KnownOperation, "text"> {
  errors: readonly string[]
}

/** The operations that were answered so far and that the next graph refuses. */
export function brokenOperations(
  released: GraphQLSchema,
  next: GraphQLSchema,
  operations: readonly KnownOperation[],
): BrokenOperation[] {
  return operations.flatMap(({ client, name, text }) => {
    const document = parse(text)
    if (validate(released, document).length > 0) return []
    const errors = validate(next, document).map(({ message }) => message)
    return errors.length > 0 ? [{ client, name, errors }] : []
  })
}
