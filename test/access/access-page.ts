import type { Access, AccessRow } from "./access-table.ts"
import { requesters } from "./requesters.ts"

const SIGNS: Readonly<Record<Access, string>> = {
  no: "–",
  yes: "✓",
  all: "●",
  own: "◐",
  published: "○",
}

const HEADS: Readonly<Record<string, string>> = {
  public: "public",
  unassigned: "no role",
  COORDINATOR: "coordinator",
  AGENCY_OFFICER: "officer",
  AGENCY_HEAD: "head",
  CITY_LEADER: "city leader",
  FINANCE: "finance",
  AUDITOR: "auditor",
  ADMINISTRATOR: "admin.",
  "system progress:read": "system `progress:read`",
  "system observations:read": "system `observations:read`",
  "system cooperation:read": "system `cooperation:read`",
}

const INTRODUCTION = `# Who may do what

Every field and mutation of the public graph, and what each kind of requester gets of it. Written from the directives of
the subgraphs' schemas by \`npm run -w test access-table\`, which also writes \`test/access/access.tsv\`, one field a line.
\`test/access/access.test.ts\` goes through every field as every requester against the running subgraphs and fails where one
answers otherwise, where a field is not in the table, and where the table has a field that the graph has not.

| sign | what is answered                                                                                             |
| ---- | ------------------------------------------------------------------------------------------------------------ |
| ✓    | everything: the plan as published, and what is nobody's secret                                               |
| ●    | every row that people recorded; figures are worked out from all of them                                      |
| ◐    | rows that were published, and those that concern the own agency, its predecessors, or a group of either      |
| ○    | rows that were published, nothing else; figures are worked out from those alone                              |
| –    | a refusal: \`UNAUTHENTICATED\` to whoever has not signed in, else \`FORBIDDEN\`; \`extensions.roles\` says who may |

"no role" is a person who signed in and to whom nothing is assigned today. A system has the scopes that a coordinator
granted, the signs of several add up. Scopes of each role: \`packages/authorization/src/role/role.ts\`; why rows are ruled
where they are kept: [row-rules](decisions/row-rules.md). A refusal at a field that is not null makes the whole answer
null; ask for such fields only where the role has them.

Beyond the table:

- What gateway and subgraphs say to each other (\`@inaccessible\`) is in no public graph and refused to everybody else.
- A coordinator gives every role but \`AUDITOR\` and \`ADMINISTRATOR\`; an administrator every role; nobody gives, changes or
  ends their own (\`userErrors\`: \`ROLE_NOT_YOURS_TO_GIVE\`, \`OWN_ASSIGNMENT\`).
- Contact data of experts are never published, the name of one only when a coordinator publishes it.
`

/** The table as a page: fields of a type that everybody gets alike stand together. */
export function accessPage(rows: readonly AccessRow[]): string {
  const byType = Map.groupBy(rows, ({ field }) => field.split(".")[0] ?? "")
  const first = ["Query", "Mutation"].filter((type) => byType.has(type))
  const others = [...byType.keys()].filter((type) => !first.includes(type))
  const sections = [...first, ...others].map((type) => sectionOf(type, byType.get(type) ?? []))
  return [INTRODUCTION, ...sections].join("\n")
}

function sectionOf(type: string, rows: readonly AccessRow[]): string {
  const alike = Map.groupBy(rows, ({ access }) =>
    requesters.map(({ column }) => SIGNS[access.get(column) ?? "no"]).join(" "),
  )
  const lines = [...alike].map(([signs, fields]) => {
    const names = fields.map(({ field }) => `\`${field.slice(type.length + 1)}\``)
    return [names.join(", "), ...signs.split(" ")]
  })
  const heads = requesters.map(({ column }) => HEADS[column] ?? column)
  return `## ${type}\n\n${tableOf(["field", ...heads], lines)}\n`
}

/** A table as the formatter writes it: the first column to the left, the others in the middle. */
function tableOf(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) =>
    Math.max(3, head.length, ...lines.map((line) => line[column]?.length ?? 0)),
  )
  const padded = (line: readonly string[]) =>
    `| ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : centred(cell, widths[column] ?? 0))).join(" | ")} |`
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `:${"-".repeat(width - 2)}:`,
  )
  return [padded(heads), `| ${rule.join(" | ")} |`, ...lines.map(padded)].join("\n")
}

function centred(cell: string, width: number): string {
  return cell.padStart(cell.length + Math.floor((width - cell.length) / 2)).padEnd(width)
}
