import type { Identity } from "@plan43/authorization"
import { GraphQLError } from "graphql"

/** What an operation may ask for. Each is a count over the whole document, fragments counted wherever they are spread. */
export interface OperationLimits {
  /** Words and signs of the text, fragments once. */
  tokens: number
  /** Brackets within brackets. The planner itself gives up at 50. */
  depth: number
  fields: number
  /** Fields that are given another name. */
  aliases: number
  directives: number
  /** Values that the answer may have; see {@link file://./operation-cost.ts}. */
  cost: number
}

/** Whom limits tell apart. */
export type RequesterKind = "anonymous" | "person" | "system"

export type LimitsByKind = Readonly<Record<RequesterKind, Readonly<OperationLimits>>>

const KNOWN: OperationLimits = {
  tokens: 10_000,
  depth: 24,
  fields: 1_000,
  aliases: 100,
  directives: 100,
  cost: 200_000,
}

/**
 * Several times what the console and programs write, and little enough to be validated and planned in well under a
 * second. Strangers get what the console's own operations need.
 */
export const DEFAULT_LIMITS: LimitsByKind = {
  anonymous: { tokens: 2_500, depth: 20, fields: 400, aliases: 30, directives: 30, cost: 50_000 },
  person: KNOWN,
  system: KNOWN,
}

/** The gateway's own questions are not limited here: they are asked of subgraphs. */
export function kindOf(identity: Identity | null): RequesterKind {
  if (identity === null) return "anonymous"
  return identity.kind === "PERSON" ? "person" : "system"
}

/** What is read of every document before it is known who asks: the most that anybody may. */
export function loosestOf(limits: LimitsByKind): OperationLimits {
  const loosest = { ...limits.anonymous }
  for (const of of Object.values(limits))
    for (const name of LIMIT_NAMES) loosest[name] = Math.max(loosest[name], of[name])
  return loosest
}

export const LIMIT_NAMES = Object.keys(KNOWN) as (keyof OperationLimits)[]

const REASONS: Readonly<Record<keyof OperationLimits, string>> = {
  tokens: "TOO_LONG",
  depth: "TOO_DEEP",
  fields: "TOO_MANY_FIELDS",
  aliases: "TOO_MANY_ALIASES",
  directives: "TOO_MANY_DIRECTIVES",
  cost: "TOO_COSTLY",
}

const WORDS: Readonly<Record<keyof OperationLimits, (actual: number, limit: number) => string>> = {
  tokens: (actual, limit) => `dài ít nhất ${actual} từ và dấu, nhiều nhất là ${limit}`,
  depth: (actual, limit) => `lồng nhau ${actual} tầng, nhiều nhất là ${limit}`,
  fields: (actual, limit) => `hỏi ${actual} trường, nhiều nhất là ${limit}`,
  aliases: (actual, limit) => `đặt tên khác cho ${actual} trường, nhiều nhất là ${limit}`,
  directives: (actual, limit) => `có ${actual} chỉ thị (@…), nhiều nhất là ${limit}`,
  cost: (actual, limit) =>
    `có thể trả về ${actual} giá trị, nhiều nhất là ${limit}; hãy giảm “first”/“last” hoặc số danh sách lồng nhau`,
}

/** @throws GraphQLError with code OPERATION_TOO_LARGE, saying the limit and how far over, where one is passed */
export function requireWithin(
  limits: Readonly<OperationLimits>,
  size: Readonly<Partial<OperationLimits>>,
): void {
  for (const name of LIMIT_NAMES) {
    const actual = size[name]
    if (actual !== undefined && actual > limits[name]) throw tooLarge(name, actual, limits[name])
  }
}

function tooLarge(name: keyof OperationLimits, actual: number, limit: number): GraphQLError {
  return new GraphQLError(
    `Thao tác quá lớn: ${WORDS[name](actual, limit)}; hãy chia thành nhiều thao tác nhỏ hơn`,
    {
      extensions: {
        code: "OPERATION_TOO_LARGE",
        reason: REASONS[name],
        limit,
        actual,
        http: { status: 400 },
      },
    },
  )
}
