import { addDays, daysBetween } from "@plan43/calendar"
import { readAll, type World } from "./world.ts"

interface Trigger {
  id: string
  title: string
  issuer: string | null
  issuedOn: string | null
  kind: string
}

const TRIGGERS = `query ($after: String) {
  triggers(first: 100, after: $after) {
    edges { node { id title issuer issuedOn kind } }
    pageInfo { hasNextPage endCursor }
  }
}`

/** Enters into the diary which of the awaited documents are issued in the year: most of them, one after the other. */
export async function planDocuments(world: World): Promise<void> {
  const { office, chance, diary, tasks, from, to } = world
  const documents = await readAll<Trigger>(async (after) => {
    const data = await office.ask<{ triggers: never }>(tasks, office.coordinator, TRIGGERS, { after })
    return data.triggers
  })
  const length = daysBetween(from, to)
  for (const document of documents.filter(({ issuedOn }) => issuedOn === null)) {
    const about = `document ${document.title}`
    if (chance.of(about) > 0.7) continue
    const day = addDays(from, chance.between(`${about} day`, 10, Math.max(10, length)))
    if (day <= to) diary.enter(day, () => record(world, document))
  }
}

async function record(world: World, { id, title, kind, issuer }: Trigger): Promise<void> {
  const { office, chance, tasks } = world
  const { trigger } = await office.ask<{ trigger: { version: number } | null }>(
    tasks,
    office.coordinator,
    "query ($id: ID!) { trigger(id: $id) { version } }",
    { id },
  )
  if (trigger === null) return
  const issuedOn = addDays(world.today(), -chance.between(`known ${title}`, 1, 12))
  const standing = {
    ...{ id, version: trigger.version },
    document: {
      kind,
      number: `${chance.between(`number ${title}`, 10, 3_000)}/MP`,
      issuer: issuer ?? "Cơ quan ban hành (mô phỏng)",
      ...{ issuedOn, effectiveOn: issuedOn },
      dueDays: chance.pick(`days ${title}`, [45, 60, 60, 90]),
    },
  }
  const { previewDocument } = await office.ask<{ previewDocument: { preview: { token: string } | null } }>(
    tasks,
    office.coordinator,
    "query ($input: PreviewDocumentInput!) { previewDocument(input: $input) { preview { token } } }",
    { input: standing },
  )
  await office.carryOut(
    office.coordinator,
    {
      subgraph: tasks,
      mutation: "recordDocument",
      type: "RecordDocumentInput!",
      input: { ...standing, preview: previewDocument.preview?.token ?? "" },
      read: "trigger { id }",
    },
    title,
  )
}
