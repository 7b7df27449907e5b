import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import { type Role, scopesOf } from "@plan43/authorization"
import { stableId } from "@plan43/published-rows"
import {
  buildSchema,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
} from "graphql"
import { beforeAll, describe, expect, test } from "vitest"
import { storedAtRest } from "./stored.ts"
import { anotherAddress, claimsOf, post, type Target } from "./target.ts"

const readGraph = (name: string) =>
  readFileSync(new URL(`../../services/gateway/dist/${name}`, import.meta.url), "utf8")

const schema = buildSchema(readGraph("api.graphql"))
const mutations = schema.getMutationType()?.getFields() ?? {}

/** The agency whose things are reached for, and the one whose officer reaches for them. */
const OWNER = "so-khcn"
const ATTACKER = "so-tai-chinh"

/** The mutations for which an officer's scopes suffice, as the composed graph demands them. */
function mutationsOfAnOfficer(): string[] {
  const held = new Set<string>(scopesOf("AGENCY_OFFICER"))
  return parse(readGraph("supergraph.graphql")).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || definition.name.value !== "Mutation") return []
    return (definition.fields ?? []).flatMap(({ name, directives }) => {
      const demand = directives?.find((each) => each.name.value === "requiresScopes")?.arguments?.[0]
      const alternatives = demand === undefined ? [[]] : (valueFromASTUntyped(demand.value) as string[][])
      return alternatives.some((scopes) => scopes.every((scope) => held.has(scope))) ? [name.value] : []
    })
  })
}

interface Row {
  id: string
  version: number
}

/** What an agency has; its officer may do with it whatever an officer may. */
interface Belongings {
  agency: string
  obligation: Row
  task: string
  report: Row
  extension: Row
  indicator: string
  unit: string | null
  period: string
  observation: Row
  obstacle: Row
  agencyReport: Row
  reportLine: Row
  fileOfTasks: string
  fileOfIndicators: string
  fileOfReporting: string
}

type Input = Record<string, unknown>

const REPORT = { answer: "PROGRESS", state: "IN_PROGRESS", done: "Đã trình dự thảo", reason: "Báo cáo tháng" }
const FIGURE = { value: 1, provisional: false, source: "Báo cáo của cơ quan", reason: "Số liệu của kỳ" }
const OBSTACLE = {
  title: "Chưa có kinh phí",
  description: "Nguồn vốn chưa được giao",
  category: "FUNDING",
  proposal: "Bố trí vốn",
  addressee: "CITY",
  reason: "Cần tháo gỡ",
}

/** What the officer of the agency that has these things says in each mutation that takes any of them. */
const SAID: Readonly<Record<string, (of: Belongings) => Input>> = {
  reportProgress: ({ obligation, fileOfTasks }) => ({
    ...REPORT,
    obligationId: obligation.id,
    version: obligation.version,
    result: { fileIds: [fileOfTasks] },
  }),
  requestExtension: ({ obligation, fileOfTasks }) => ({
    obligationId: obligation.id,
    version: obligation.version,
    dueOn: "2035-12-31",
    reason: "Chờ vốn",
    fileIds: [fileOfTasks],
  }),
  recordObservation: ({ indicator, unit, period, fileOfIndicators }) => ({
    ...FIGURE,
    unit,
    indicatorId: indicator,
    periodKey: period,
    fileIds: [fileOfIndicators],
  }),
  correctObservation: ({ observation, unit, fileOfIndicators }) => ({
    ...FIGURE,
    unit,
    ...observation,
    value: 2,
    fileIds: [fileOfIndicators],
  }),
  withdrawObservation: ({ observation }) => ({ ...observation, reason: "Ghi nhầm" }),
  raiseObstacle: ({ agency, task, fileOfTasks }) => ({
    ...OBSTACLE,
    agencyId: agency,
    taskId: task,
    fileIds: [fileOfTasks],
  }),
  replyToObstacle: ({ obstacle }) => ({ ...obstacle, words: "Đã bổ sung" }),
  withdrawObstacle: ({ obstacle }) => ({ ...obstacle, words: "Không còn", reason: "Đã tự giải quyết" }),
  saveReportLine: ({ reportLine }) => ({ ...reportLine, answer: "NO_CHANGE" }),
  attachReportLineFiles: ({ reportLine, fileOfReporting }) => ({ ...reportLine, fileIds: [fileOfReporting] }),
  submitAgencyReport: ({ agencyReport }) => ({ ...agencyReport }),
  sendAgencyReport: ({ agencyReport }) => ({ ...agencyReport }),
}

/** Mutations about the viewer's own notices: they pass over what is not the viewer's, and name no agency's things. */
const ABOUT_ONESELF = ["chooseNotices", "markNoticesRead"]

/** Places where an agency may name what is not its own: what an obstacle is about, and who is asked. */
const OPEN_TO_ALL = ["raiseObstacle taskId", "raiseObstacle indicatorId", "raiseObstacle addressedAgencyId"]

/** How a refusal says that a thing is not the requester's, or is not there for them. */
const NOT_YOURS = [
  "AGENCY_NOT_YOURS",
  "FILE_NOT_READY",
  "INDICATOR_NOT_YOURS",
  "NOT_FOUND",
  "OBLIGATION_NOT_YOURS",
  "REPORT_NOT_YOURS",
]

function inputOf(mutation: string): GraphQLInputObjectType {
  const type = getNamedType(mutations[mutation]?.args[0]?.type)
  if (!isInputObjectType(type)) throw new Error(`${mutation} takes no input`)
  return type
}

/** Something that the type allows. */
function anyOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return anyOf(type.ofType)
  if (isListType(type)) return [anyOf(type.ofType)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type)) return anyInput(type)
  const values: Record<string, unknown> = { Int: 1, Float: 1, Boolean: false, Date: "2026-01-01" }
  return values[type.name] ?? randomUUID()
}

function anyInput(type: GraphQLInputObjectType): Input {
  return Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => isNonNullType(field.type) && field.defaultValue === undefined)
      .map((field) => [field.name, anyOf(field.type)]),
  )
}

/** Each way to put an id into an input, by the place's name, e.g. "result.fileIds". */
function placesIn(type: GraphQLInputObjectType): [name: string, put: (input: Input, id: string) => Input][] {
  return Object.values(type.getFields()).flatMap(({ name, type: field }) => {
    const named = getNamedType(field)
    const listed = isListType(isNonNullType(field) ? field.ofType : field)
    if (named.name === "ID")
      return [[name, (input: Input, id: string) => ({ ...input, [name]: listed ? [id] : id })]]
    if (!isInputObjectType(named)) return []
    return placesIn(named).map(([inner, put]): [string, (input: Input, id: string) => Input] => [
      `${name}.${inner}`,
      (input, id) => {
        const [given = anyInput(named)] = [input[name] ?? []].flat() as Input[]
        const below = put(given, id)
        return { ...input, [name]: listed ? [below] : below }
      },
    ])
  })
}

interface Outcome {
  /** Reasons of refusals, or the code of an error; empty where it was done. */
  refused: string[]
  /** The row that the payload has. */
  row: Row | null
}

/** An officer of one agency reaches for everything that another has, in every mutation there is. */
export function anotherAgencyAttacks(target: () => Target): void {
  async function authorizationOf(role: Role, agency?: string): Promise<Record<string, string>> {
    const claims = claimsOf(target(), role, { sub: `${role}-${agency}`, ...(agency && { agency }) })
    return { authorization: `Bearer ${await target().issuer.sign(claims)}` }
  }
  const officerOf = (agency: string) => authorizationOf("AGENCY_OFFICER", agency)

  async function ask<Data>(kind: string, query: string, variables: Input, headers: Record<string, string>) {
    const { text } = await post(target(), kind, { query, variables }, headers)
    const { data, errors } = JSON.parse(text) as { data?: Data; errors?: object[] }
    if (data == null || errors !== undefined) throw new Error(`${query}: ${text}`)
    return data
  }

  async function call(kind: string, mutation: string, input: Input, who: Record<string, string>) {
    const field = mutations[mutation]
    if (field === undefined) throw new Error(`there is no mutation ${mutation}`)
    const payload = getNamedType(field.type)
    const row = isObjectType(payload)
      ? Object.values(payload.getFields()).find(({ type }) => {
          const named = getNamedType(type)
          return isObjectType(named) && "version" in named.getFields() && "id" in named.getFields()
        })
      : undefined
    const query = `mutation ($input: ${field.args[0]?.type}) {
      payload: ${mutation}(input: $input) { userErrors { reason } ${row === undefined ? "" : `row: ${row.name} { id version }`} }
    }`
    const variables = { input: { ...input, idempotencyKey: randomUUID() } }
    const { text } = await post(target(), kind, { query, variables }, who)
    const { data, errors } = JSON.parse(text) as {
      data?: { payload: { userErrors: { reason: string }[]; row?: Row | null } | null } | null
      errors?: { extensions: { code: string } }[]
    }
    const refused = [
      ...(errors ?? []).map(({ extensions }) => extensions.code),
      ...(data?.payload?.userErrors ?? []).map(({ reason }) => reason),
    ]
    return { refused, row: data?.payload?.row ?? null } satisfies Outcome
  }

  async function done(mutation: string, input: Input, who: Record<string, string>): Promise<Row> {
    const { refused, row } = await call("what an officer may do", mutation, input, who)
    expect([mutation, refused]).toEqual([mutation, []])
    return row as Row
  }

  async function upload(subgraph: string, who: Record<string, string>): Promise<string> {
    const content = "%PDF-1.4\n%%EOF\n"
    const headers = { ...who, "tus-resumable": "1.0.0", "x-forwarded-for": anotherAddress() }
    const begun = await fetch(`${target().system.url}/files/${subgraph}/uploads`, {
      method: "POST",
      headers: {
        ...headers,
        "upload-length": String(content.length),
        "upload-metadata": `filename ${Buffer.from("Minh chứng.pdf").toString("base64")}`,
      },
    })
    const place = begun.headers.get("location") ?? ""
    const sent = await fetch(`${target().system.url}${place}`, {
      method: "PATCH",
      headers: { ...headers, "content-type": "application/offset+octet-stream", "upload-offset": "0" },
      body: content,
    })
    expect([begun.status, sent.status]).toEqual([201, 204])
    return place.split("/").at(-1) as string
  }

  /** What is owed, and what may be measured, by an agency: of each the first for which everything is possible. */
  async function owedBy(agency: string, who: Record<string, string>) {
    interface Owed {
      obligations: {
        edges: {
          node: Row & { dueOn: string | null; periods: object[]; task: { id: string; phases: object[] } }
        }[]
      }
      indicators: {
        edges: {
          node: {
            id: string
            unit: string | null
            mayRecord: boolean
            children: object[]
            openPeriods: { key: string }[] | null
          }
        }[]
      }
    }
    const { obligations, indicators } = await ask<Owed>(
      "what an officer may do",
      `query ($agency: [ID!]) {
        obligations(first: 50, filter: { agency: $agency }) {
          edges { node { id version dueOn periods { key } task { id phases { id } } } }
        }
        indicators(first: 50, filter: { targetKind: [AT_LEAST] }) {
          edges { node { id unit mayRecord children { id } openPeriods { key } } }
        }
      }`,
      { agency: [agency] },
      who,
    )
    const obligation = obligations.edges.find(
      ({ node: { dueOn, periods, task } }) =>
        dueOn !== null && periods.length === 0 && task.phases.length === 0,
    )
    const indicator = indicators.edges.find(
      ({ node: { mayRecord, children, openPeriods } }) =>
        mayRecord && children.length === 0 && openPeriods !== null && openPeriods.length > 0,
    )
    if (obligation === undefined || indicator === undefined)
      throw new Error(
        `${agency} owes nothing, or measures nothing: ${JSON.stringify({ obligations, indicators })}`,
      )
    return { obligation: obligation.node, indicator: indicator.node }
  }

  /** A round is opened for an agency. @returns its report, and the first line of it */
  async function askedToReport(
    agency: string,
    who: Record<string, string>,
  ): Promise<Pick<Belongings, "agencyReport" | "reportLine">> {
    const coordinator = await authorizationOf("COORDINATOR")
    const days = { cutOffOn: "2026-10-31", agenciesDueOn: "2026-11-05", cityDueOn: "2026-11-10" }
    const round = {
      kind: "AD_HOC",
      name: "Báo cáo đột xuất",
      questions: "Còn thiếu gì?",
      agencyIds: [agency],
    }
    const created = await done("createRound", { ...round, ...days }, coordinator)
    await done("openRound", { ...created }, coordinator)
    interface Rounds {
      rounds: {
        edges: { node: { reports: { edges: { node: Row & { lines: { edges: { node: Row }[] } } }[] } } }[]
      }
    }
    const { rounds } = await ask<Rounds>(
      "what an officer may do",
      `{ rounds: reportingRounds(first: 20) { edges { node { reports(first: 20) { edges { node {
        id version lines(first: 1) { edges { node { id version } } }
      } } } } } } }`,
      {},
      who,
    )
    const [report] = rounds.edges.flatMap(({ node }) => node.reports.edges)
    const [line] = report?.node.lines.edges ?? []
    if (report === undefined || line === undefined) throw new Error(`${agency} is asked for no report`)
    return { agencyReport: { id: report.node.id, version: report.node.version }, reportLine: line.node }
  }

  /** An agency's officer records one of everything; a coordinator gives the obstacle back, so that a reply is awaited. */
  async function record(code: string): Promise<Belongings> {
    const who = await officerOf(code)
    const agency = stableId("agency", code)
    const { obligation, indicator } = await owedBy(agency, who)
    const nothingYet = { id: randomUUID(), version: 1 }
    const of: Belongings = {
      agency,
      obligation: { id: obligation.id, version: obligation.version },
      task: obligation.task.id,
      report: nothingYet,
      extension: nothingYet,
      indicator: indicator.id,
      unit: indicator.unit,
      period: indicator.openPeriods?.[0]?.key ?? "",
      observation: nothingYet,
      obstacle: nothingYet,
      ...(await askedToReport(agency, who)),
      fileOfTasks: await upload("tasks", who),
      fileOfIndicators: await upload("indicators", who),
      fileOfReporting: await upload("reporting", who),
    }
    const say = (mutation: string) => done(mutation, SAID[mutation]?.(of) ?? {}, who)
    of.report = await say("reportProgress")
    const { obligation: standing } = await ask<{ obligation: Row }>(
      "what an officer may do",
      "query ($id: ID!) { obligation(id: $id) { id version } }",
      { id: obligation.id },
      who,
    )
    of.obligation = standing
    of.extension = await say("requestExtension")
    of.observation = await say("recordObservation")
    of.fileOfTasks = await upload("tasks", who)
    of.obstacle = await say("raiseObstacle")
    const back = { ...of.obstacle, words: "Cần nói rõ hơn" }
    of.obstacle = await done("returnObstacle", back, await authorizationOf("COORDINATOR"))
    return of
  }

  const mayBeCalled = mutationsOfAnOfficer()
  let theirs: Belongings
  let own: Belongings
  let attacker: Record<string, string>

  beforeAll(async () => {
    attacker = await officerOf(ATTACKER)
    theirs = await record(OWNER)
    own = await record(ATTACKER)
  }, 120_000)

  test("every mutation that an officer may call is among those that are attacked", () => {
    expect([...Object.keys(SAID), ...ABOUT_ONESELF].sort()).toEqual([...mayBeCalled].sort())
  })

  test("what an officer may say of their own, another agency's officer may not, and nothing changes", async () => {
    const before = await storedAtRest(target().system)
    for (const [mutation, said] of Object.entries(SAID)) {
      const { refused, row } = await call("another agency's things", mutation, said(theirs), attacker)
      expect([mutation, row, refused.length]).toEqual([mutation, null, 1])
      expect(NOT_YOURS).toContain(refused[0])
    }
    expect(await storedAtRest(target().system)).toEqual(before)
  }, 120_000)

  test("no id of another agency's does anything in any place of any mutation", async () => {
    const { unit: _unit, period: _period, ...withIds } = theirs
    const ids = Object.entries(withIds).map(([kind, of]): [string, string] => [
      kind,
      typeof of === "string" ? of : of.id,
    ])
    const before = await storedAtRest(target().system)
    let sent = 0
    for (const mutation of Object.keys(mutations)) {
      const input = SAID[mutation]?.(own) ?? anyInput(inputOf(mutation))
      for (const [place, put] of placesIn(inputOf(mutation))) {
        if (OPEN_TO_ALL.includes(`${mutation} ${place}`)) continue
        const outcomes = await Promise.all(
          ids.map(async ([kind, id]) => {
            const { refused } = await call("another agency's ids", mutation, put(input, id), attacker)
            return { kind, refused }
          }),
        )
        sent += outcomes.length
        for (const { kind, refused } of outcomes) {
          const what = [mutation, place, kind]
          if (!mayBeCalled.includes(mutation)) expect([...what, ...refused]).toEqual([...what, "FORBIDDEN"])
          else if (!ABOUT_ONESELF.includes(mutation))
            expect([...what, refused.length]).not.toEqual([...what, 0])
        }
      }
    }
    expect(sent).toBeGreaterThan(900)
    expect(await storedAtRest(target().system)).toEqual(before)
  }, 240_000)

  describe("nor is a file of theirs", () => {
    test.each(["GET", "HEAD", "DELETE"])("had by %s", async (method) => {
      for (const [subgraph, id] of [
        ["tasks", theirs.fileOfTasks],
        ["indicators", theirs.fileOfIndicators],
      ])
        for (const path of [`/files/${subgraph}/${id}`, `/files/${subgraph}/uploads/${id}`]) {
          const headers = { ...attacker, "tus-resumable": "1.0.0", "x-forwarded-for": anotherAddress() }
          const url = `${target().system.url}${path}`
          const { status } = await target().ledger.ask("another agency's files", url, { method, headers })
          expect([403, 404, 405]).toContain(status)
        }
    })
  })

  test("the agency itself goes on with every one of them", async () => {
    const who = await officerOf(OWNER)
    const say = (mutation: string) => done(mutation, SAID[mutation]?.(theirs) ?? {}, who)
    theirs.observation = await say("correctObservation")
    await say("withdrawObservation")
    theirs.obstacle = await say("replyToObstacle")
    await say("withdrawObstacle")
  })
}
