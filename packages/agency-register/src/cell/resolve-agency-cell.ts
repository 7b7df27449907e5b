import type { AgencyRegister } from "../agency-record.ts"
import { agencyRegister } from "../agency-register.ts"

/** A piece of an agency cell, verbatim, and the agency it names; null where nobody could tell. */
export interface AgencyMention {
  text: string
  agencyCode: string | null
}

/** A name in lower case that stands for a code. */
interface KnownName {
  name: string
  code: string
}

const BETWEEN = /^(?:[\s,;.]|và\s)+/
const NAME_ENDS = /^(?:$|[\s,;.])/
const UP_TO_SEPARATOR = /^[^,;]+/
/** A list of departments may name the word “Sở” once: “Sở Khoa học và Công nghệ, Tài chính, Y tế”. */
const DROPPED_WORD = "sở "

const namesOf = new WeakMap<AgencyRegister, readonly KnownName[]>()

function knownNames(register: AgencyRegister): readonly KnownName[] {
  const known = namesOf.get(register)
  if (known !== undefined) return known
  const names = register.agencies.flatMap(({ code, name, shortName, aliases }) =>
    [name, ...(shortName === null ? [] : [shortName]), ...aliases].map((text) => ({
      name: text.toLowerCase(),
      code,
    })),
  )
  names.sort((a, b) => b.name.length - a.name.length)
  namesOf.set(register, names)
  return names
}

function longestName(names: readonly KnownName[], text: string): KnownName | undefined {
  return names.find(({ name }) => text.startsWith(name) && NAME_ENDS.test(text.slice(name.length)))
}

/**
 * Reads a cell of agencies: the longest known name at each place, whatever its case, so that commas and “và” inside
 * names do not cut them; a dropped “Sở” is supplied. What is not known up to the next comma or semicolon becomes a
 * mention without an agency: nothing of the cell is lost but what stands between the names.
 * @param cell as printed, e.g. "Sở Khoa học và Công nghệ, Tài chính và các đơn vị liên quan"
 * @returns mentions in printed order
 * Source: Plan 43/KH-UBND, Annex I column 5, Annex II columns 3 and 4.
 */
export function resolveAgencyCell(cell: string, register: AgencyRegister = agencyRegister): AgencyMention[] {
  const names = knownNames(register)
  const mentions: AgencyMention[] = []
  let rest = cell
  let afterDepartment = false
  for (;;) {
    rest = rest.slice(BETWEEN.exec(rest)?.[0].length ?? 0)
    if (rest === "") return mentions
    const lower = rest.toLowerCase()
    const whole = longestName(names, lower)
    const shortened: KnownName | undefined =
      whole === undefined && afterDepartment ? longestName(names, `${DROPPED_WORD}${lower}`) : undefined
    const length =
      whole?.name.length ??
      (shortened === undefined ? undefined : shortened.name.length - DROPPED_WORD.length) ??
      UP_TO_SEPARATOR.exec(rest)?.[0].trimEnd().length ??
      rest.length
    mentions.push({ text: rest.slice(0, length), agencyCode: (whole ?? shortened)?.code ?? null })
    afterDepartment = shortened !== undefined || whole?.name.startsWith(DROPPED_WORD) === true
    rest = rest.slice(length)
  }
}
