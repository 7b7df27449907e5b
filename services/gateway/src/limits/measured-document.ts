import {
  type DocumentNode,
  Kind,
  Lexer,
  type ParseOptions,
  parse,
  type SelectionSetNode,
  Source,
  TokenKind,
} from "graphql"
import { fragmentsOf } from "../plan/selections.ts"
import { type OperationLimits, requireWithin } from "./operation-limits.ts"

/** How large a document is; of several operations the largest counts. What it costs depends on the schema. */
export type DocumentSize = Readonly<Omit<OperationLimits, "cost">>

/** A document and how large it is. */
export interface MeasuredDocument {
  document: DocumentNode
  size: DocumentSize
}

/**
 * Parses a document, and measures it before validation and planning grow with it.
 * @param limits what nobody may pass
 * @throws GraphQLError with code OPERATION_TOO_LARGE and reason TOO_LONG, TOO_DEEP, TOO_MANY_FIELDS, TOO_MANY_ALIASES
 * or TOO_MANY_DIRECTIVES; or, as `parse` does, where the text is no GraphQL
 */
export function parseMeasured(
  text: string | Source,
  limits: Readonly<OperationLimits>,
  options?: ParseOptions,
): MeasuredDocument {
  const source = typeof text === "string" ? new Source(text) : text
  const written = sizeOfText(source, limits.tokens * PATIENCE)
  requireWithin(limits, written)
  const document = parse(source, options)
  const asked = sizeOfSelections(document)
  const size = { ...asked, tokens: written.tokens, depth: Math.max(asked.depth, written.depth) }
  requireWithin(limits, size)
  return { document, size }
}

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/** A text is read so many times beyond its limit, to say how far over it is, and no further. */
const PATIENCE = 2

/** Reads sign by sign, since a parser that follows brackets runs out of stack; at most so many. */
function sizeOfText(source: Source, most: number): Pick<OperationLimits, "tokens" | "depth"> {
  const lexer = new Lexer(source)
  let tokens = 0
  let open = 0
  let depth = 0
  while (tokens < most && lexer.advance().kind !== TokenKind.EOF) {
    const { kind } = lexer.token
    tokens += 1
    if (OPENING.has(kind)) depth = Math.max(depth, ++open)
    if (CLOSING.has(kind)) open -= 1
  }
  return { tokens, depth }
}

type Selected = Omit<DocumentSize, "tokens">

const NOTHING: Selected = { fields: 0, depth: 0, aliases: 0, directives: 0 }

function sizeOfSelections(document: DocumentNode): Selected {
  const fragments = fragmentsOf(document)
  const known = new Map<string, Selected>()

  function sizeOfFragment(name: string): Selected {
    const size = known.get(name)
    if (size) return size
    // Stands while the fragment is measured: one that spreads itself is for validation to refuse.
    known.set(name, NOTHING)
    const measured = sizeOf(fragments.get(name)?.selectionSet)
    known.set(name, measured)
    return measured
  }

  function sizeOf(selections: SelectionSetNode | undefined): Selected {
    let { fields, depth, aliases, directives } = NOTHING
    for (const selection of selections?.selections ?? []) {
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? sizeOfFragment(selection.name.value)
          : sizeOf(selection.selectionSet)
      fields += below.fields + (selection.kind === Kind.FIELD ? 1 : 0)
      aliases += below.aliases + (selection.kind === Kind.FIELD && selection.alias ? 1 : 0)
      directives += below.directives + (selection.directives?.length ?? 0)
      depth = Math.max(depth, below.depth)
    }
    return { fields, depth: selections ? depth + 1 : depth, aliases, directives }
  }

  let { fields, depth, aliases, directives } = NOTHING
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    const size = sizeOf(definition.selectionSet)
    fields = Math.max(fields, size.fields)
    depth = Math.max(depth, size.depth)
    aliases = Math.max(aliases, size.aliases)
    directives = Math.max(directives, size.directives + (definition.directives?.length ?? 0))
  }
  return { fields, depth, aliases, directives }
}
