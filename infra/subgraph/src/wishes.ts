import { parseArgs } from "node:util"
import { isScope } from "@plan43/authorization"
import { faultOfName, type Subgraph } from "@plan43/subgraph-list"
import { type EntityNames, entityNames, faultOfEntity } from "./names.ts"

/** What a new subgraph is to be. */
export interface Wishes {
  name: string
  /** What people call its data. */
  holds: { vi: string; en: string }
  entity: EntityNames
  /** What people call one of its entities, e.g. "kỳ báo cáo". */
  thing: string
  /** The beginning of the scopes that let read and write, e.g. "progress". */
  scope: string
}

/** No subgraph can be made of what was asked for; the message has a line for each fault. */
export class WishesInvalid extends Error {
  override readonly name = "WishesInvalid"
}

export const USAGE = `npm run new:subgraph NAME -- [--entity KEBAB] [--plural KEBAB] [--thing "VIETNAMESE"]
                                   [--holds "VIETNAMESE"] [--holds-en "ENGLISH"] [--scope BEGINNING]

  NAME        of the service, its schema and role: lower-case letters and digits, e.g. reporting
  --entity    its first entity, e.g. round (NAME-record when absent); --plural where English has another than …s
  --thing     what people call one of it, e.g. "kỳ báo cáo" ("mục" when absent)
  --holds     what people call its data, e.g. "báo cáo định kỳ" ("dữ liệu NAME" when absent); --holds-en in English
  --scope     whose scopes read and write it, e.g. progress (then progress:read, :read:own, :write; the default)`

const OPTIONS = {
  entity: { type: "string" },
  plural: { type: "string" },
  thing: { type: "string" },
  holds: { type: "string" },
  "holds-en": { type: "string" },
  scope: { type: "string" },
} as const

/**
 * Reads the command line.
 * @param known the subgraphs that there are
 * @param typesInGraph names that the graph has already
 * @throws WishesInvalid
 */
export function readWishes(
  args: readonly string[],
  known: readonly Subgraph[],
  typesInGraph: ReadonlySet<string>,
): Wishes {
  const { positionals, values } = parsed(args)
  const [name = "", ...tooMany] = positionals
  if (name === "" || tooMany.length > 0) throw new WishesInvalid(`one name is needed\n\n${USAGE}`)
  const kebab = values.entity ?? `${name}-record`
  const scope = values.scope ?? "progress"
  const thing = values.thing ?? "mục"
  const holds = { vi: values.holds ?? `dữ liệu ${name}`, en: values["holds-en"] ?? name }
  const faults = [
    nameFault(name, known),
    fault(`--entity ${kebab}`, faultOfEntity(kebab)),
    values.plural === undefined ? null : fault(`--plural ${values.plural}`, faultOfEntity(values.plural)),
    values.plural === kebab ? `--plural ${kebab} must differ from one of it` : null,
    ...["read", "read:own", "write"]
      .map((end) => `${scope}:${end}`)
      .filter((each) => !isScope(each))
      .map(
        (each) => `--scope ${scope}: there is no scope ${each} in packages/authorization/src/role/scope.ts`,
      ),
    ...[thing, holds.vi, holds.en].map((text) =>
      /^[\p{L}\p{N} ,.()/-]{1,80}$/u.test(text) ? null : `“${text}” must be words, at most 80 letters`,
    ),
  ].filter((each) => each !== null)
  if (faults.length > 0) throw new WishesInvalid(faults.join("\n"))
  const entity = entityNames(kebab, values.plural)
  if (typesInGraph.has(entity.Entity))
    throw new WishesInvalid(`--entity ${kebab}: the graph has a type ${entity.Entity} already`)
  return { name, holds, entity, thing, scope }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new WishesInvalid(`${(error as Error).message}\n\n${USAGE}`)
  }
}

function nameFault(name: string, known: readonly Subgraph[]): string | null {
  if (known.some((subgraph) => subgraph.name === name)) return `there is a subgraph ${name} already`
  return fault(`the name ${name}`, faultOfName(name))
}

function fault(what: string, why: string | null): string | null {
  return why === null ? null : `${what} ${why}`
}
