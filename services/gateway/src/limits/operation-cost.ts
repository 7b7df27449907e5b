import {
  type ArgumentNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql"
import { fragmentsOf, type Variables } from "../plan/selections.ts"

/** Rows of a page when the client does not say, and the most that are given: as the subgraphs have it. */
const DEFAULT_PAGE = 20
const LARGEST_PAGE = 100

/** Rows of a list without pages: few of them have more, and none grows with the plan. */
const LIST_WITHOUT_PAGES = 5

/** What a mutation counts beside its answer. */
const MUTATION = 10

/** A number in the text, or the name of a variable. */
type Given = number | string

/** A field: how many there are of it for each of its parent, and what is below each. */
interface Term {
  /** A number, or the page that decides it. */
  times: number | readonly Given[]
  /** Itself, and all below it that no variable changes. */
  fixed: number
  below: readonly Term[]
}

/**
 * What an operation costs: how many values its answer may have. A field counts once for each object that it may be
 * asked of: in a list with pages as many times as the page has rows, in another {@link LIST_WITHOUT_PAGES} times.
 * `@skip` and `@include` change nothing.
 */
export class OperationCost {
  readonly #terms: readonly Term[]
  readonly #fixed: number
  readonly #defaults: Variables

  private constructor(terms: readonly Term[], fixed: number, defaults: Variables) {
    this.#terms = terms
    this.#fixed = fixed
    this.#defaults = defaults
  }

  /** @param document valid in the schema */
  static of(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): OperationCost {
    const root = schema.getRootType(operation.operation)
    const fragments = fragmentsOf(document)
    const terms = root ? termsOf(operation.selectionSet, root, { schema, fragments, page: undefined }) : []
    const { fixed, below } = folded(terms)
    const mutations = operation.operation === "mutation" ? terms.length * MUTATION : 0
    return new OperationCost(below, fixed + mutations, defaultsOf(operation))
  }

  /** @param variables as the client gave them */
  with(variables: Variables): number {
    let cost = this.#fixed
    for (const term of this.#terms) cost += costOf(term, variables, this.#defaults)
    return cost
  }
}

function costOf({ times, fixed, below }: Term, variables: Variables, defaults: Variables): number {
  let once = fixed
  for (const term of below) once += costOf(term, variables, defaults)
  return once * (typeof times === "number" ? times : pageOf(times, variables, defaults))
}

/** Of several sizes the largest: the subgraph says that there may be one. */
function pageOf(given: readonly Given[], variables: Variables, defaults: Variables): number {
  let page: number | undefined
  for (const each of given) {
    const size = typeof each === "number" ? each : (each in variables ? variables : defaults)[each]
    if (typeof size === "number") page = Math.max(page ?? 0, size)
  }
  return Math.min(page ?? DEFAULT_PAGE, LARGEST_PAGE)
}

interface Surroundings {
  schema: GraphQLSchema
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** The page that the lists of this object are a part of. */
  page: readonly Given[] | undefined
}

function termsOf({ selections }: SelectionSetNode, type: GraphQLCompositeType, around: Surroundings): Term[] {
  const terms: Term[] = []
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const field = fieldOf(type, selection.name.value)
      terms.push(termOf(field, selection.selectionSet, selection.arguments ?? [], around))
      continue
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? around.fragments.get(selection.name.value) : selection
    if (!fragment) continue
    const condition = fragment.typeCondition && around.schema.getType(fragment.typeCondition.name.value)
    const narrowed = isCompositeType(condition) ? condition : type
    terms.push(...termsOf(fragment.selectionSet, narrowed, around))
  }
  return terms
}

/** @returns undefined for what every type has (`__typename`) and what is asked about the schema */
function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}

function termOf(
  field: GraphQLField<unknown, unknown> | undefined,
  selections: SelectionSetNode | undefined,
  given: readonly ArgumentNode[],
  around: Surroundings,
): Term {
  if (!field) return { times: 1, fixed: 1, below: [] }
  const times = isList(field) ? (around.page ?? LIST_WITHOUT_PAGES) : 1
  const type = getNamedType(field.type)
  if (!selections || !isCompositeType(type)) return { times, fixed: 1, below: [] }
  const page = hasPages(field) ? sizesIn(given) : undefined
  const { fixed, below } = folded(termsOf(selections, type, { ...around, page }))
  return { times, fixed: fixed + 1, below }
}

/** Adds up what no variable changes, so that it is not counted again for every request. */
function folded(terms: readonly Term[]): Pick<Term, "fixed" | "below"> {
  let fixed = 0
  const below: Term[] = []
  for (const term of terms) {
    if (term.below.length === 0 && !isOpen(term.times)) fixed += costOf(term, {}, {})
    else below.push(term)
  }
  return { fixed, below }
}

function isOpen(times: Term["times"]): boolean {
  return typeof times !== "number" && times.some((given) => typeof given === "string")
}

function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type)
}

const PAGE_SIZES = new Set(["first", "last"])

function hasPages({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name }) => PAGE_SIZES.has(name))
}

function sizesIn(given: readonly ArgumentNode[]): Given[] {
  return given.flatMap(({ name, value }): Given[] => {
    if (!PAGE_SIZES.has(name.value)) return []
    if (value.kind === Kind.INT) return [Number(value.value)]
    return value.kind === Kind.VARIABLE ? [value.name.value] : []
  })
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  )
}
