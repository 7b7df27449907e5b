import type { Identity, Requester } from "@plan43/authorization"
import { type DocumentNode, GraphQLError } from "graphql"
import type { KnownDocuments } from "./known-documents.ts"
import type { OperationCost } from "./operation-cost.ts"
import { kindOf, type LimitsByKind, requireWithin } from "./operation-limits.ts"

/** Who may ask what the schema is: everybody, or whoever is signed in. */
export type IntrospectionAccess = "signed-in" | "anyone"

export interface OperationRulesOptions {
  limits: LimitsByKind
  documents: KnownDocuments
  introspection: IntrospectionAccess
  /** How long an operation may take, in milliseconds. */
  timeout: number
}

/** What must hold of an operation, as soon as it is known who asks, before it is planned and run. */
export class OperationRules {
  /** How long an operation may take, in milliseconds. */
  readonly timeout: number
  readonly #limits: LimitsByKind
  readonly #documents: KnownDocuments
  readonly #introspection: IntrospectionAccess

  constructor({ limits, documents, introspection, timeout }: OperationRulesOptions) {
    this.timeout = timeout
    this.#limits = limits
    this.#documents = documents
    this.#introspection = introspection
  }

  /** Whether strangers may read the schema, too. */
  get schemaIsOpen(): boolean {
    return this.#introspection === "anyone"
  }

  /** @throws GraphQLError with code OPERATION_TOO_LARGE */
  requireWithinLimits(
    document: DocumentNode,
    cost: OperationCost,
    variables: Readonly<Record<string, unknown>>,
    { identity }: Requester,
  ): void {
    const limits = this.#limits[kindOf(identity)]
    requireWithin(limits, this.#documents.sizeOf(document))
    requireWithin(limits, { cost: cost.with(variables) })
  }

  /** @throws GraphQLError with code UNAUTHENTICATED */
  requireSchemaReader(identity: Identity | null): void {
    if (this.schemaIsOpen || identity !== null) return
    throw new GraphQLError("Cần đăng nhập để xem lược đồ dữ liệu (__schema, __type)", {
      extensions: { code: "UNAUTHENTICATED", reason: "INTROSPECTION", http: { status: 401 } },
    })
  }
}

/** An operation took longer than it may. */
export class OperationTimeout extends GraphQLError {
  /** @param limit in milliseconds */
  constructor(limit: number) {
    super(`Thao tác chạy quá ${limit} mili giây nên đã dừng; hãy hỏi ít hơn trong một lần`, {
      extensions: { code: "OPERATION_TIMEOUT", limit, http: { status: 503 } },
    })
    this.name = "OperationTimeout"
  }
}
