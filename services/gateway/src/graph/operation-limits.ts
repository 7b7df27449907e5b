import type { GatewayPlugin } from "@graphql-hive/gateway-runtime"
import {
  type DocumentNode,
  GraphQLError,
  Kind,
  Lexer,
  type ParseOptions,
  parse,
  type SelectionSetNode,
  Source,
  TokenKind,
} from "graphql"
import { fragmentsOf } from "../plan/selections.ts"

/**
 * What an operation may ask for: many times what people and programs write, and little enough to be validated and
 * planned in well under a second. The planner itself gives up at a depth of 50.
 */
export const LIMITS = {
  /** Words and signs of the whole document. */
  tokens: 10_000,
  /** Brackets within brackets, those of fragments included. */
  depth: 40,
  /** Fields, those of a fragment counted wherever it is spread. */
  fields: 1_000,
} as const

/** Refuses operations beyond the {@link LIMITS} when they are parsed, before validation and planning grow with them. */
export function operationLimits(): GatewayPlugin {
  return {
    onParse({ setParseFn }) {
      setParseFn(parseWithinLimits)
    },
  }
}

/**
 * Parses a document.
 * @throws GraphQLError with code OPERATION_TOO_LARGE and reason TOO_LONG, TOO_DEEP or TOO_MANY_FIELDS; or, as `parse`
 * does, where the text is no GraphQL
 */
export function parseWithinLimits(source: string | Source, options?: ParseOptions): DocumentNode {
  requireModestText(typeof source === "string" ? new Source(source) : source)
  const document = parse(source, options)
  requireModestSelections(document)
  return document
}

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/** Reads sign by sign, since a parser that follows brackets runs out of stack. */
function requireModestText(source: Source): void {
  const lexer = new Lexer(source)
  let tokens = 0
  let depth = 0
  while (lexer.advance().kind !== TokenKind.EOF) {
    const { kind } = lexer.token
    tokens += 1
    if (tokens > LIMITS.tokens)
      throw tooLarge("TOO_LONG", LIMITS.tokens, `dài hơn ${LIMITS.tokens} từ và dấu`)
    if (OPENING.has(kind)) depth += 1
    if (CLOSING.has(kind)) depth -= 1
    if (depth > LIMITS.depth) throw tooDeep()
  }
}

interface Size {
  fields: number
  depth: number
}

const NOTHING: Size = { fields: 0, depth: 0 }

function requireModestSelections(document: DocumentNode): void {
  const fragments = fragmentsOf(document)
  const known = new Map<string, Size>()

  function sizeOfFragment(name: string): Size {
    const size = known.get(name)
    if (size) return size
    // Stands while the fragment is measured: one that spreads itself is for validation to refuse.
    known.set(name, NOTHING)
    const measured = sizeOf(fragments.get(name)?.selectionSet)
    known.set(name, measured)
    return measured
  }

  function sizeOf(selections: SelectionSetNode | undefined): Size {
    let { fields, depth } = NOTHING
    for (const selection of selections?.selections ?? []) {
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? sizeOfFragment(selection.name.value)
          : sizeOf(selection.selectionSet)
      fields += below.fields + (selection.kind === Kind.FIELD ? 1 : 0)
      depth = Math.max(depth, below.depth)
    }
    return { fields, depth: selections ? depth + 1 : depth }
  }

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    const { fields, depth } = sizeOf(definition.selectionSet)
    if (depth > LIMITS.depth) throw tooDeep()
    if (fields > LIMITS.fields)
      throw tooLarge("TOO_MANY_FIELDS", LIMITS.fields, `hỏi nhiều hơn ${LIMITS.fields} trường`)
  }
}

function tooDeep(): GraphQLError {
  return tooLarge("TOO_DEEP", LIMITS.depth, `lồng nhau sâu hơn ${LIMITS.depth} tầng`)
}

function tooLarge(reason: string, limit: number, how: string): GraphQLError {
  return new GraphQLError(`Thao tác quá lớn: ${how}; hãy chia thành nhiều thao tác nhỏ hơn`, {
    extensions: { code: "OPERATION_TOO_LARGE", reason, limit },
  })
}
