import type { AgencyRegister } from "../agency-record.ts"
import { agencyRegister } from "../agency-register.ts"

/** A piece of an agency cell, verbatim, and the agency it names; null where nobody could tell. */
export interface AgencyMention {
  text: string
  agencyCode: string | null
}

/** The names of a register, ready to be looked for in a cell. */
interface KnownNames {
  /** The longest known name at a place. */
  atPlace: RegExp
  /** The same after the word that lists of departments drop. */
  withoutFirstWord: RegExp
  /** A text without a known name, up to the next separator or the next known name after “và”. */
  unknown: RegExp
  /** A name as {@link written} → the code of its agency. */
  codes: ReadonlyMap<string, string>
}

const BETWEEN = /(?:[\s,;.()]|và(?=\s|$))*/iuy
const NAME_ENDS = String.raw`(?=$|[\s,;.()])`
/** A list of departments may name the word “Sở” once: “Sở Khoa học và Công nghệ, Tài chính, Y tế”. */
const DROPPED_WORD = "sở "

const namesOf = new WeakMap<AgencyRegister, KnownNames>()

/** A name without what cells print in more than one way: case and the width of spaces. */
function written(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ")
}

function anyOf(names: readonly string[]): string {
  const patterns = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => RegExp.escape(name).replaceAll(String.raw`\x20`, String.raw`\s+`))
  return `(?:${patterns.join("|")})${NAME_ENDS}`
}

function knownNames(register: AgencyRegister): KnownNames {
  const known = namesOf.get(register)
  if (known !== undefined) return known
  const codes = new Map(
    register.agencies.flatMap(({ code, name, shortName, aliases }) =>
      [name, ...(shortName === null ? [] : [shortName]), ...aliases].map((text) => [written(text), code]),
    ),
  )
  const names = [...codes.keys()]
  const shortened = names
    .filter((name) => name.startsWith(DROPPED_WORD))
    .map((name) => name.slice(DROPPED_WORD.length))
  const read: KnownNames = {
    atPlace: new RegExp(anyOf(names), "iuy"),
    withoutFirstWord: new RegExp(anyOf(shortened), "iuy"),
    unknown: new RegExp(String.raw`[^,;()]+?(?=\s*(?:$|[,;()])|\s+và\s+${anyOf(names)})`, "iuy"),
    codes,
  }
  namesOf.set(register, read)
  return read
}

function textAt(pattern: RegExp, cell: string, place: number): string {
  pattern.lastIndex = place
  return pattern.exec(cell)?.[0] ?? ""
}

/**
 * Reads a cell of agencies: the longest known name at each place, whatever its case, so that commas and “và” inside
 * names do not cut them; a dropped “Sở” is supplied. What is not known, up to the next separator or known name, becomes
 * a mention without an agency: nothing of the cell is lost but what stands between the names.
 * @param cell as printed, e.g. "Sở Khoa học và Công nghệ, Tài chính và các đơn vị liên quan"
 * @returns mentions in printed order
 * Source: Plan 43/KH-UBND, Annex I column 5, Annex II columns 3 and 4.
 */
export function resolveAgencyCell(cell: string, register: AgencyRegister = agencyRegister): AgencyMention[] {
  const { atPlace, withoutFirstWord, unknown, codes } = knownNames(register)
  const mentions: AgencyMention[] = []
  let afterDepartment = false
  let place = 0
  for (;;) {
    place += textAt(BETWEEN, cell, place).length
    if (place === cell.length) return mentions
    const whole = textAt(atPlace, cell, place)
    const shortened: string = whole === "" && afterDepartment ? textAt(withoutFirstWord, cell, place) : ""
    const name = written(shortened === "" ? whole : DROPPED_WORD + shortened)
    const text = whole || shortened || textAt(unknown, cell, place)
    mentions.push({ text, agencyCode: codes.get(name) ?? null })
    afterDepartment = name.startsWith(DROPPED_WORD)
    place += text.length
  }
}
