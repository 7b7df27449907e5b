/** An entity's name in every form in which code writes it. */
export interface EntityNames {
  /** File names, e.g. "reporting-round" and "reporting-rounds". */
  kebab: string
  kebabs: string
  /** In the graph and in TypeScript, e.g. "reportingRound", "reportingRounds", "ReportingRound", "ReportingRounds". */
  entity: string
  entities: string
  Entity: string
  Entities: string
  /** In PostgreSQL, e.g. "reporting_round". */
  table: string
  /** A constant, e.g. "REPORTING_ROUND". */
  constant: string
  /** English words, e.g. "reporting round". */
  words: string
}

/**
 * @param kebab one entity, e.g. "reporting-round"
 * @param kebabs several of it; by the rules of English when absent
 */
export function entityNames(kebab: string, kebabs = pluralOf(kebab)): EntityNames {
  const [Entity, Entities] = [pascal(kebab), pascal(kebabs)]
  return {
    kebab,
    kebabs,
    Entity,
    Entities,
    entity: lowerFirst(Entity),
    entities: lowerFirst(Entities),
    table: kebab.replaceAll("-", "_"),
    constant: kebab.replaceAll("-", "_").toUpperCase(),
    words: kebab.replaceAll("-", " "),
  }
}

/** Whether code may write an entity's name in all of these forms: null, or what would be right. */
export function faultOfEntity(kebab: string): string | null {
  return /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(kebab) && kebab.length <= 40
    ? null
    : "must be lower-case words with hyphens, at most 40 letters, e.g. reporting-round"
}

function pluralOf(kebab: string): string {
  if (/[^aeiou]y$/.test(kebab)) return `${kebab.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/.test(kebab) ? `${kebab}es` : `${kebab}s`
}

function pascal(kebab: string): string {
  return kebab
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
