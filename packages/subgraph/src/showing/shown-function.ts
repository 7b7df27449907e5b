import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from "kysely"

/** What a schema shows to the role of one other service, and to nobody else. */
export interface ShownFunction {
  name: string
  /** Name and type of each, e.g. { by_day: "date" }; the body names them. */
  parameters: Readonly<Record<string, string>>
  /** Name and type of each column of its rows. */
  columns: Readonly<Record<string, string>>
  /** One select, with the columns in that order. */
  body: RawBuilder<unknown>
  /** The service that may ask, e.g. "reporting". */
  to: string
}

/**
 * The statements by which a migration makes such a function, or makes it anew. It is carried out with the rights of the schema
 * that it belongs to, so whoever asks sees its rows and no table.
 */
export function shownFunctionSql({ name, parameters, columns, body, to }: ShownFunction): string[] {
  const listed = (named: Readonly<Record<string, string>>) =>
    Object.entries(named)
      .map(([each, type]) => `"${each}" ${type}`)
      .join(", ")
  const signature = `${name}(${Object.values(parameters).join(", ")})`
  return [
    `drop function if exists ${signature}`,
    `create function ${name}(${listed(parameters)}) returns table (${listed(columns)})
      language sql stable security definer set search_path from current as $shown$${withValues(body)}$shown$`,
    `revoke all on function ${signature} from public`,
    `grant execute on function ${signature} to plan43_${to}`,
  ]
}

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** A statement with its values written into it: a function takes none but its own. */
function withValues(statement: RawBuilder<unknown>): string {
  const { sql, parameters } = statement.compile(compiler)
  return sql.replace(/\$(\d+)/g, (_all, number) => literal(parameters[Number(number) - 1]))
}

function literal(value: unknown): string {
  if (value === null) return "null"
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`
  if (Array.isArray(value)) return `array[${value.map(literal).join(", ")}]`
  throw new TypeError(`cannot be written into a function: ${typeof value}`)
}
