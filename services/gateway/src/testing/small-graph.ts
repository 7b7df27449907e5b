import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { GraphQLError } from "graphql"
import { composeSupergraph, type NamedSubgraph } from "../supergraph/compose.ts"
import { type SmallSubgraph, startSmallSubgraph } from "./small-subgraph.ts"

const TASKS = `
type Query {
  task(code: ID!): Task
  tasks: [Task!]!
  "Answers after so many milliseconds."
  patience(milliseconds: Int!): String
  refused: String
}
type Mutation { complete(code: ID!): Task }
type Task @key(fields: "id") { id: ID! code: String! title: String! lead: Agency leads: [Agency!]! }
type Agency @key(fields: "id") { id: ID! ledTasks: [Task!]! }
`

const AGENCIES = `
type Query {
  agency(id: ID!): Agency
  agencies: [Agency!]!
  personStanding(subject: String!, email: String): PersonStanding
}
type PersonStanding { role: String agencyId: ID }
type Agency @key(fields: "id") { id: ID! name: String! shortName: String }
`

const tasks = [
  {
    id: "t1",
    code: "1",
    title: "Triển khai Nghị quyết",
    lead: { id: "so-khcn" },
    leads: [{ id: "so-khcn" }],
  },
  {
    id: "t2",
    code: "2",
    title: "Chuyển đổi số",
    lead: null,
    leads: [{ id: "so-khcn" }, { id: "cong-an-tp" }],
  },
]

const agencies = [
  { id: "so-khcn", name: "Sở Khoa học và Công nghệ", shortName: "Sở KH&CN" },
  { id: "cong-an-tp", name: "Công an Thành phố", shortName: null },
]

/** What the assignments of the small agencies say, by subject. */
export const assignments = new Map<string, { role: string; agencyId: string | null }>()

export const startTasks = (port?: number): Promise<SmallSubgraph> =>
  startSmallSubgraph(
    "tasks",
    TASKS,
    {
      Query: {
        task: (_: unknown, { code }: { code: string }) => tasks.find((task) => task.code === code),
        tasks: () => tasks,
        patience: async (_: unknown, { milliseconds }: { milliseconds: number }) => {
          await sleep(milliseconds)
          return "xong"
        },
        refused: () => {
          throw new GraphQLError("Trang quá lớn", {
            extensions: { code: "BAD_USER_INPUT", reason: "PAGE_TOO_LARGE" },
          })
        },
      },
      Mutation: {
        complete: (_: unknown, { code }: { code: string }) => tasks.find((task) => task.code === code),
      },
      Task: { __resolveReference: ({ id }: { id: string }) => tasks.find((task) => task.id === id) },
      Agency: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        ledTasks: ({ id }: { id: string }) =>
          tasks.filter((task) => task.leads.some((lead) => lead.id === id)),
      },
    },
    port,
  )

export const startAgencies = (port?: number): Promise<SmallSubgraph> =>
  startSmallSubgraph(
    "agencies",
    AGENCIES,
    {
      Query: {
        agency: (_: unknown, { id }: { id: string }) => agencies.find((agency) => agency.id === id),
        agencies: () => agencies,
        personStanding: (_: unknown, { subject }: { subject: string }) => assignments.get(subject) ?? null,
      },
      Agency: { __resolveReference: ({ id }: { id: string }) => agencies.find((agency) => agency.id === id) },
    },
    port,
  )

/** A supergraph in a file of its own. */
export interface SupergraphOnDisk {
  path: string
  remove(): Promise<void>
}

export async function writeSupergraph(subgraphs: readonly NamedSubgraph[]): Promise<SupergraphOnDisk> {
  const folder = await mkdtemp(join(tmpdir(), "plan43-gateway-"))
  const path = join(folder, "supergraph.graphql")
  await writeFile(path, composeSupergraph(subgraphs).supergraphSdl)
  return { path, remove: () => rm(folder, { recursive: true }) }
}
