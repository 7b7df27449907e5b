import { type Effect, isAboutWords, type SchemaChange } from "./schema-changes.ts"

const HEADINGS = {
  breaking: "Breaking",
  dangerous: "Dangerous: an answer may hold what a client does not know",
  safe: "Added or eased",
} as const satisfies Record<Effect, string>

/**
 * What a release of the graph brings, for the people who ask it.
 * @param on an ISO day, the heading
 */
export function changelogEntry(on: string, changes: readonly SchemaChange[]): string {
  const words = changes.filter(isAboutWords).length
  const sections = (Object.keys(HEADINGS) as Effect[]).flatMap((effect) => {
    const lines = changes.filter((change) => change.effect === effect && !isAboutWords(change))
    return lines.length === 0
      ? []
      : [`### ${HEADINGS[effect]}\n\n${lines.map(({ message }) => `- ${message}`).join("\n")}\n`]
  })
  const aboutWords = words === 0 ? [] : [`${words} descriptions were reworded.\n`]
  return [`## ${on}\n`, ...sections, ...aboutWords].join("\n")
}

const TITLE = "# What changed in the public graph\n"

/** Puts an entry above those of earlier releases. */
export function withEntry(changelog: string, entry: string): string {
  const earlier = changelog.startsWith(TITLE) ? changelog.slice(TITLE.length) : changelog
  return `${TITLE}\n${entry}${earlier === "" ? "" : `\n${earlier.trimStart()}`}`
}
