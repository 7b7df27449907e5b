import type { GatewayPlugin } from "@graphql-hive/gateway-runtime"
import type { DocumentNode, GraphQLSchema, Source } from "graphql"
import { type DocumentSize, parseMeasured } from "./measured-document.ts"
import type { OperationLimits } from "./operation-limits.ts"

/**
 * How much of parsed documents is kept, in tokens: a token takes about six hundred bytes, with the tree, the plan and
 * what else is made of it. The console's operations have some hundred each.
 */
export const ROOM = 100_000

/** Letters of a document's text that take as much room as one token. */
const LETTERS = 500

/** Documents that were asked before, parsed, validated and measured, as many as there is room for; the latest stay. */
export class KnownDocuments {
  readonly #limits: Readonly<OperationLimits>
  readonly #room: number
  readonly #byText = new Map<string, { document: DocumentNode; weight: number }>()
  readonly #sizes = new WeakMap<DocumentNode, DocumentSize>()
  #weight = 0

  /** @param limits what no document may pass, whoever asks */
  constructor(limits: Readonly<OperationLimits>, room = ROOM) {
    this.#limits = limits
    this.#room = room
  }

  /** How many tokens' worth is kept. */
  get weight(): number {
    return this.#weight
  }

  /** @throws GraphQLError as {@link parseMeasured} does; what is refused is not kept */
  parse(text: string): DocumentNode {
    const known = this.#byText.get(text)
    if (known) {
      this.#byText.delete(text)
      this.#byText.set(text, known)
      return known.document
    }
    const { document, size } = parseMeasured(text, this.#limits)
    this.#sizes.set(document, size)
    this.#keep(text, document, size.tokens + Math.ceil(text.length / LETTERS))
    return document
  }

  /** @throws Error for a document that was not parsed here */
  sizeOf(document: DocumentNode): DocumentSize {
    const size = this.#sizes.get(document)
    if (!size) throw new Error("a document was not measured when it was parsed")
    return size
  }

  #keep(text: string, document: DocumentNode, weight: number): void {
    this.#byText.set(text, { document, weight })
    this.#weight += weight
    for (const [oldest, { weight }] of this.#byText) {
      if (this.#weight <= this.#room) return
      this.#byText.delete(oldest)
      this.#weight -= weight
    }
  }
}

/**
 * Puts {@link KnownDocuments} in the place of the runtime's own memory of documents. That one keeps a thousand documents
 * however large they are: some dozen large ones of a hostile client would fill the process's memory.
 */
export function rememberDocuments(known: KnownDocuments): GatewayPlugin {
  const parse = (source: string | Source) => known.parse(typeof source === "string" ? source : source.body)
  const findings = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, readonly Error[]>>()
  return {
    onPluginInit({ plugins }) {
      const runtimesOwn = plugins.filter(isMemoryOfDocuments)
      const [own] = runtimesOwn
      if (own === undefined || runtimesOwn.length > 1)
        throw new Error(
          "the runtime's memory of documents is not where it was: look at limits/known-documents.ts",
        )
      plugins.splice(plugins.indexOf(own), 1)
    },
    onParse({ setParseFn }) {
      setParseFn(parse)
    },
    onValidate({ params: { schema, documentAST }, setResult }) {
      const ofSchema = findings.get(schema) ?? new WeakMap<DocumentNode, readonly Error[]>()
      findings.set(schema, ofSchema)
      const found = ofSchema.get(documentAST)
      if (found) {
        setResult(found)
        return
      }
      return ({ result }) => {
        ofSchema.set(documentAST, result)
      }
    },
  }
}

/** The runtime's plugins have no names; no other looks at exactly these two steps. */
function isMemoryOfDocuments(plugin: object): boolean {
  return Object.keys(plugin).sort().join() === "onParse,onValidate"
}
