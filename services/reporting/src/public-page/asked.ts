import { DATA_FORMATS, type DataFormat } from "../open-data/data-file.ts"
import { LIST_PATH, type Place } from "./addresses.ts"
import { STYLE_PATH } from "./style.ts"

/** What somebody asks for below the list of what was published. */
export type Asked =
  | { kind: "LIST" }
  | { kind: "STYLE" }
  | { kind: "PAGE"; place: Place }
  | { kind: "TASKS"; place: Place }
  /** A table, the dictionary, or all of them where no name is given. */
  | { kind: "DATA"; place: Place; table: string | null; format: DataFormat }

const WORD = "[a-z0-9]+(?:-[a-z0-9]+)*"
const PATH = new RegExp(
  `^${LIST_PATH}/(${WORD})(?:/phien-ban/([1-9]\\d{0,5}))?(?:/(nhiem-vu)|/du-lieu(?:/(${WORD}))?\\.(${DATA_FORMATS.join("|")}))?$`,
)

/** @param path without its query; null where it is no address that is ever given */
export function askedOf(path: string): Asked | null {
  if (path === LIST_PATH || path === `${LIST_PATH}/`) return { kind: "LIST" }
  if (path === STYLE_PATH) return { kind: "STYLE" }
  const [, address, version, tasks, table, format] = PATH.exec(path) ?? []
  if (address === undefined) return null
  const place = { address, version: version === undefined ? null : Number(version) }
  if (tasks !== undefined) return { kind: "TASKS", place }
  if (format !== undefined) return { kind: "DATA", place, table: table ?? null, format: format as DataFormat }
  return { kind: "PAGE", place }
}
