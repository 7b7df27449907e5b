import { addDays, type CalendarDate } from "@plan43/calendar"
import { readAll, type World } from "./world.ts"

interface AgencyToRemind {
  agency: { id: string }
}

interface ToRemind {
  id: string
  reminderDraft: { id: string } | null
}

const AGENCIES = `query ($after: String) {
  agenciesToRemind(first: 100, after: $after) {
    edges { node { agency { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`

const TO_REMIND = `query ($agency: ID!, $after: String) {
  obligationsToRemind(agency: $agency, first: 100, after: $after) {
    edges { node { id reminderDraft { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`

const SIGNER = "Người ký (mô phỏng)"
const REDRAFTED = "Có nhiệm vụ đã được báo cáo sau khi soạn; soạn lại"

/** So many of the agencies that are late or silent get a letter in a month, at most. */
const LETTERS = 12

/** Enters into the diary the letters that urge agencies: some in each month from the second on, sent within days. */
export async function planReminders(world: World, days: readonly CalendarDate[]): Promise<void> {
  const firstOfMonth = days.filter((day, index) => day.slice(0, 7) !== days[index - 1]?.slice(0, 7))
  for (const day of firstOfMonth.slice(1)) world.diary.enter(day, () => remind(world))
}

async function remind(world: World): Promise<void> {
  const { office, chance, tasks } = world
  const agencies = await readAll<AgencyToRemind>(async (after) => {
    const data = await office.ask<{ agenciesToRemind: never }>(tasks, office.coordinator, AGENCIES, { after })
    return data.agenciesToRemind
  })
  for (const { agency } of agencies.slice(0, LETTERS))
    if (chance.of(`remind ${agency.id} ${world.today()}`) < 0.7) await write(world, agency)
}

function toRemind({ office, tasks }: World, agency: string): Promise<ToRemind[]> {
  return readAll<ToRemind>(async (after) => {
    const data = await office.ask<{ obligationsToRemind: never }>(tasks, office.coordinator, TO_REMIND, {
      agency,
      after,
    })
    return data.obligationsToRemind
  })
}

async function write(world: World, { id }: AgencyToRemind["agency"]): Promise<void> {
  const { chance, diary } = world
  const due = await toRemind(world, id)
  const obligationIds = due.filter(({ reminderDraft }) => reminderDraft === null).map(({ id }) => id)
  if (obligationIds.length === 0) return
  const draft = await letter(world, id, "draftReminder", { obligationIds })
  if (draft === null) return
  diary.enter(addDays(world.today(), chance.between(`sign ${id} ${world.today()}`, 1, 4)), async () => {
    const still = new Set((await toRemind(world, id)).map((item) => item.id))
    if (!obligationIds.every((item) => still.has(item))) return writeAnew(world, id, draft)
    const { version, number, symbol, answerBy, signerOffice } = draft
    const signed = await letter(world, id, "changeReminder", {
      ...{ id: draft.id, version, number, symbol, answerBy, signerOffice },
      ...{ datedOn: world.today(), signerName: SIGNER },
    })
    if (signed !== null) await letter(world, id, "sendReminder", { id: signed.id, version: signed.version })
  })
}

/** What the draft lists is not all late or silent any more. */
async function writeAnew(world: World, agencyId: string, { id, version }: Letter): Promise<void> {
  await letter(world, agencyId, "withdrawReminder", { id, version, reason: REDRAFTED })
  await write(world, { id: agencyId })
}

interface Letter {
  id: string
  version: number
  number: number
  symbol: string
  answerBy: string
  signerOffice: string
}

async function letter(
  { office, tasks }: World,
  agencyId: string,
  mutation: "draftReminder" | "changeReminder" | "sendReminder" | "withdrawReminder",
  input: Readonly<Record<string, unknown>>,
): Promise<Letter | null> {
  const answered = await office.carryOut<{ reminder: Letter }>(
    office.coordinator,
    {
      ...{ subgraph: tasks, mutation, input },
      type: `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`,
      read: "reminder { id version number symbol answerBy signerOffice }",
    },
    agencyId,
  )
  return answered?.reminder ?? null
}
