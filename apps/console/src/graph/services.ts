import { i18n } from "@lingui/core"

interface SaidOfItself {
  port: number
  holds: { vi: string; en: string }
}

/** What each subgraph says of itself, by the name of its folder; read when the console is built. */
const saidOfItself = Object.fromEntries(
  Object.entries(
    import.meta.glob<SaidOfItself>("../../../../services/*/subgraph.json", {
      eager: true,
      import: "default",
    }),
  ).map(([file, said]) => [file.split("/").at(-2) as string, said]),
)

/** The parts of the graph, as `extensions.service` names them. */
export const services: readonly string[] = Object.entries(saidOfItself)
  .sort(([, one], [, other]) => one.port - other.port)
  .map(([name]) => name)

/** What a part of the graph holds, to people, as it stands in the middle of a sentence. */
export function nameOfService(service: string): string {
  const holds = saidOfItself[service]?.holds
  return holds?.[i18n.locale === "en" ? "en" : "vi"] ?? service
}
