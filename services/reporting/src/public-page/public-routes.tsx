import { env } from "node:process"
import type { EntityManager } from "@mikro-orm/postgresql"
import type { WorkingParts } from "@plan43/subgraph"
import type { FastifyInstance } from "fastify"
import type { ReactNode } from "react"
import { dataFileOf } from "../open-data/data-file.ts"
import { readLicence } from "../open-data/licence.ts"
import {
  publishedContent,
  publishedRounds,
  type StandingVersion,
  versionsAt,
} from "../publication/find-publications.ts"
import { addressOfPage, addressOfTasks, LIST_PATH } from "./addresses.ts"
import { type Answer, Sender } from "./answer.ts"
import { type Asked, askedOf } from "./asked.ts"
import { pageOf } from "./frame.tsx"
import { Kept } from "./kept.ts"
import { LANGUAGE_TAG, type Language, languageOf } from "./language.ts"
import { ListPage } from "./list-page.tsx"
import { MissingPage } from "./missing-page.tsx"
import { PublicationPage } from "./publication-page.tsx"
import { datasetOf } from "./structured-data.ts"
import { STYLE } from "./style.ts"
import { TaskPage } from "./task-page.tsx"
import type { PublicationView } from "./view.ts"
import { WithdrawnPage } from "./withdrawn-page.tsx"
import { speech } from "./words.ts"

/**
 * The pages that everybody may read, and their files; see docs/decisions/public-pages.md. Who asks makes no difference: the
 * gateway names nobody.
 * @throws LicenceInvalid
 */
export function publicPages(app: FastifyInstance, { orm }: Pick<WorkingParts, "orm">): void {
  // What is not right in the environment is found at the start, not at the first publication
  readLicence(env)
  const pages = new PublicPages((env.PUBLIC_ORIGIN ?? "").replace(/\/+$/, ""))
  const sender = new Sender()
  for (const route of [LIST_PATH, `${LIST_PATH}/*`])
    app.get(route, async (request, reply) => {
      const [path = ""] = request.url.split("?", 1)
      const language = languageOf((request.query as Record<string, unknown>).lang)
      return sender.send(request, reply, await pages.answer(orm.em.fork(), askedOf(path), language))
    })
}

interface PageToShow {
  language: Language
  status: Answer["status"]
  title: string
  description: string
  path: string | null
  structured?: unknown
  changedAt: Date | null
  children: ReactNode
}

/** Makes the pages, and keeps those that are asked for. */
class PublicPages {
  readonly #origin: string
  readonly #kept = new Kept<Answer | null>(64)

  constructor(origin: string) {
    this.#origin = origin
  }

  async answer(em: EntityManager, asked: Asked | null, language: Language): Promise<Answer> {
    switch (asked?.kind) {
      case "STYLE":
        return { ...SHOWN, mediaType: "text/css; charset=utf-8", body: Buffer.from(STYLE), keep: "FOR_EVER" }
      case "LIST":
        return this.#list(em, language)
      case "PAGE":
      case "TASKS":
      case "DATA":
        return (await this.#publication(em, asked, language)) ?? this.#missing(em, language)
      default:
        return this.#missing(em, language)
    }
  }

  async #list(em: EntityManager, language: Language): Promise<Answer> {
    const said = speech(language)
    const rounds = await publishedRounds(em)
    return this.#page({
      language,
      status: 200,
      title: said.words.list,
      description: said.words.listIntroduction,
      path: LIST_PATH,
      changedAt: lastChangeOf(rounds),
      children: <ListPage rounds={rounds} said={said} />,
    })
  }

  async #missing(em: EntityManager, language: Language): Promise<Answer> {
    const said = speech(language)
    return this.#page({
      language,
      status: 404,
      title: said.words.missing,
      description: said.words.missingHint,
      path: null,
      changedAt: null,
      children: <MissingPage rounds={await publishedRounds(em)} said={said} />,
    })
  }

  /** @returns null where nothing is, and was, at the address */
  async #publication(
    em: EntityManager,
    asked: Extract<Asked, { kind: "PAGE" | "TASKS" | "DATA" }>,
    language: Language,
  ): Promise<Answer | null> {
    const versions = await versionsAt(em, asked.place.address)
    const standing = versions.find(({ version }) => version === (asked.place.version ?? versions[0]?.version))
    if (standing === undefined) return null
    const state = versions.map(({ id, withdrawal }) => `${id}${withdrawal === null ? "" : " withdrawn"}`)
    const key = JSON.stringify([asked, asked.kind === "DATA" ? null : language, state])
    return this.#kept.of(key, async () => {
      const said = speech(language)
      const { withdrawal } = standing
      if (withdrawal !== null)
        return this.#page({
          language,
          status: 410,
          title: said.words.withdrawn,
          description: said.words.withdrawn,
          path: null,
          changedAt: null,
          children: (
            <WithdrawnPage
              versions={versions}
              said={said}
              version={standing.version}
              withdrawal={withdrawal}
            />
          ),
        })
      const content = await publishedContent(em, standing.id)
      const view: PublicationView = { content, standing, versions, place: asked.place, said }
      switch (asked.kind) {
        case "DATA":
          return this.#file(view, standing, asked)
        case "TASKS":
          return content.tasks === null
            ? null
            : this.#pageOfPublication(
                view,
                standing,
                addressOfTasks,
                <TaskPage view={view} tasks={content.tasks} />,
              )
        case "PAGE":
          return this.#pageOfPublication(view, standing, addressOfPage, <PublicationPage view={view} />)
      }
    })
  }

  #pageOfPublication(
    { content, place, versions, said }: PublicationView,
    standing: StandingVersion,
    addressOf: typeof addressOfPage,
    children: ReactNode,
  ): Answer {
    const { words, language, day } = said
    return this.#page({
      language,
      status: 200,
      title: content.round.name,
      description: `${content.round.name}. ${words.asOf(day(content.asOf))}`,
      path: addressOf(place),
      structured: datasetOf(content, standing, this.#origin),
      changedAt: lastChangeOf(versions),
      children,
    })
  }

  async #file(
    { content }: PublicationView,
    standing: StandingVersion,
    { table, format }: Extract<Asked, { kind: "DATA" }>,
  ): Promise<Answer | null> {
    const page = `${this.#origin}${addressOfPage(standing)}`
    const file = await dataFileOf({ standing, content, page }, table, format)
    return (
      file && {
        ...SHOWN,
        mediaType: file.mediaType,
        body: file.bytes,
        fileName: file.name,
        changedAt: standing.publishedAt,
        keep: "WHILE_IT_STANDS",
      }
    )
  }

  #page({ status, changedAt, ...page }: PageToShow): Answer {
    return {
      ...SHOWN,
      status,
      mediaType: "text/html; charset=utf-8",
      body: Buffer.from(pageOf(page, { origin: this.#origin })),
      language: LANGUAGE_TAG[page.language],
      changedAt,
      keep: "WHILE_IT_STANDS",
    }
  }
}

const SHOWN = { status: 200, language: null, fileName: null, changedAt: null } as const

/** When something was published or taken back last. */
function lastChangeOf(versions: readonly Pick<StandingVersion, "publishedAt" | "withdrawal">[]): Date | null {
  const times = versions.flatMap(({ publishedAt, withdrawal }) => [
    publishedAt.getTime(),
    ...(withdrawal === null ? [] : [withdrawal.withdrawnAt.getTime()]),
  ])
  return times.length === 0 ? null : new Date(Math.max(...times))
}
