import type { CalendarDate } from "@plan43/calendar"
import type { RequestContext } from "@plan43/subgraph"
import type { Deadline } from "../deadline/deadline.ts"
import { type OwingAgency, owingOfTask } from "../obligation/owing.loader.ts"
import { type Period, periodOf } from "../period/period-of.ts"
import { factsOfTask, type TaskFacts } from "../status/task-facts.loader.ts"
import type { Deadlines } from "../status/task-status.sql.ts"
import {
  dueOnInForce,
  type PhaseFacts,
  phaseStatusOf,
  type StatusFacts,
  type TaskStatus,
  taskStatusOf,
} from "../status/task-status.ts"
import { extendedDueOn, type Owing, workOfObligation, workOfTask } from "../status/work.ts"
import type { Task } from "./task.ts"
import { phasesOfTask, type TaskPhase } from "./task-phase.ts"

/** Whose part of a task is asked about: one agency's that owes it, or, null, the whole. */
export type PartyOf = Owing | null

/** Where a task, or one agency's part of it, stands at the end of a day. */
export async function statusOfTask(
  ctx: RequestContext,
  task: Task,
  asOf: CalendarDate,
  party: PartyOf = null,
  deadlines: Deadlines = "EXTENDED",
): Promise<TaskStatus> {
  return taskStatusOf(await statusFactsOf(ctx, task, { asOf, deadlines }, party), asOf)
}

/** The last day in time of a task, or of one agency's part of it, extensions that were granted by then included. */
export async function dueOnOfTask(
  ctx: RequestContext,
  task: Task,
  asOf: CalendarDate,
  party: PartyOf,
): Promise<CalendarDate | null> {
  const facts = await recordedFacts(ctx, task, asOf, periodOf(task.deadline.kind, asOf))
  const deciding = await decidingOf(ctx, task, facts, party, asOf)
  return dueOnInForce(deadlineFacts(startedDeadline(task, facts), facts, deciding, null), asOf)
}

/** The day until which the deadline of a task, or of one agency's part of it, was extended by then. */
export async function extendedDueOnOfTask(
  ctx: RequestContext,
  task: Task,
  asOf: CalendarDate,
  party: PartyOf = null,
): Promise<CalendarDate | null> {
  const facts = await recordedFacts(ctx, task, asOf, periodOf(task.deadline.kind, asOf))
  const deciding = await decidingOf(ctx, task, facts, party, asOf)
  return deadlineFacts(task.deadline, facts, deciding, null).extendedDueOn
}

/** The same of a phase. */
export async function extendedDueOnOfPhase(
  ctx: RequestContext,
  phase: TaskPhase,
  asOf: CalendarDate,
): Promise<CalendarDate | null> {
  return (await factsOfPhase(ctx, phase, asOf, null)).extendedDueOn
}

/** The last day in time of a phase, or of one agency's part of it, extensions that were granted by then included. */
export async function dueOnOfPhase(
  ctx: RequestContext,
  phase: TaskPhase,
  asOf: CalendarDate,
  party: PartyOf,
): Promise<CalendarDate | null> {
  return dueOnInForce(await factsOfPhase(ctx, phase, asOf, party), asOf)
}

/** Where a phase, or one agency's part of it, stands: by its own deadline, and by what was reported of it. */
export async function statusOfPhase(
  ctx: RequestContext,
  phase: TaskPhase,
  asOf: CalendarDate,
  party: PartyOf = null,
): Promise<TaskStatus> {
  const { stopped, ...facts } = await factsOfPhase(ctx, phase, asOf, party)
  return stopped ?? phaseStatusOf(facts, asOf)
}

/** Where one period of a task, or of one agency's part of it, stands: a year is due at its end, a half-year never. */
export async function statusOfPeriod(
  ctx: RequestContext,
  task: Task,
  period: Period,
  asOf: CalendarDate,
  party: PartyOf = null,
): Promise<TaskStatus> {
  const facts = await recordedFacts(ctx, task, asOf, period)
  if (facts.stopped !== null) return facts.stopped
  const deciding = await decidingOf(ctx, task, facts, party, asOf)
  const { kind, dueOn } =
    task.deadline.kind === "ANNUAL"
      ? ({ kind: "YEAR", dueOn: period.endsOn } as const)
      : { kind: task.deadline.kind, dueOn: null }
  const deadline = { kind, startsOn: period.startsOn, dueOn }
  return phaseStatusOf(
    { ...deadlineFacts(deadline, facts, deciding, null), work: workOf(facts, deciding, party, null) },
    asOf,
  )
}

async function statusFactsOf(
  ctx: RequestContext,
  task: Task,
  { asOf, deadlines }: { asOf: CalendarDate; deadlines: Deadlines },
  party: PartyOf,
): Promise<StatusFacts> {
  const phased = task.deadline.kind === "PHASED"
  const [recorded, phases] = await Promise.all([
    recordedFacts(ctx, task, asOf, periodOf(task.deadline.kind, asOf)),
    phased ? phasesOfTask(ctx, task.id) : [],
  ])
  const facts = deadlines === "ORIGINAL" ? { ...recorded, extensions: [] } : recorded
  const deciding = await decidingOf(ctx, task, facts, party, asOf)
  return {
    ...deadlineFacts(startedDeadline(task, facts), facts, deciding, null),
    work: workOf(facts, deciding, party, null),
    stopped: facts.stopped,
    awaiting: facts.waits && (facts.start === null || facts.start.eventOn > asOf),
    phases: phases.map((phase) => phaseFacts(phase, facts, deciding, party)),
  }
}

async function factsOfPhase(
  ctx: RequestContext,
  phase: TaskPhase,
  asOf: CalendarDate,
  party: PartyOf,
): Promise<PhaseFacts & Pick<TaskFacts, "stopped">> {
  const facts = await factsOfTask(ctx, { taskId: phase.taskId, periodKey: null, asOf })
  const deciding = await decidingOf(ctx, { id: phase.taskId }, facts, party, asOf)
  return { ...phaseFacts(phase, facts, deciding, party), stopped: facts.stopped }
}

function recordedFacts(
  ctx: RequestContext,
  task: Task,
  asOf: CalendarDate,
  period: Period | null,
): Promise<TaskFacts> {
  return factsOfTask(ctx, { taskId: task.id, periodKey: period?.key ?? null, asOf })
}

/**
 * Those whose completion and whose extension count: the party, or whoever answers for the responsible agency, or all that owe.
 * Who owes is asked only where anything was confirmed or granted: most tasks need no look at a class's members.
 */
async function decidingOf(
  ctx: RequestContext,
  task: Pick<Task, "id">,
  { works, extensions, responsibleId }: TaskFacts,
  party: PartyOf,
  asOf: CalendarDate,
): Promise<readonly Owing[]> {
  if (party !== null) return [party]
  if (extensions.length === 0 && works.every(({ completedOn }) => completedOn === null)) return []
  const owing: readonly OwingAgency[] = await owingOfTask(ctx, { taskId: task.id, asOf })
  return responsibleId === null ? owing : owing.filter(({ answersFor }) => answersFor.includes(responsibleId))
}

function workOf(facts: TaskFacts, deciding: readonly Owing[], party: PartyOf, phaseId: string | null) {
  const works = facts.works.filter((work) => work.phaseId === phaseId)
  return party === null ? workOfTask(deciding, works) : workOfObligation(party, works)
}

/** The deadline of a task; where it waited for documents, with the days that were recorded with them. */
function startedDeadline(
  { deadline }: Task,
  { start }: TaskFacts,
): Pick<Deadline, "kind" | "startsOn" | "dueOn"> {
  const waits = deadline.kind === "AFTER_TRIGGER" || deadline.kind === "ON_GUIDANCE"
  return waits && start !== null ? { ...start, kind: deadline.kind } : deadline
}

function deadlineFacts(
  { kind, startsOn, dueOn }: Pick<Deadline, "kind" | "startsOn" | "dueOn">,
  facts: TaskFacts,
  deciding: readonly Owing[],
  phaseId: string | null,
): Omit<PhaseFacts, "work"> {
  const granted = facts.extensions.filter((extension) => extension.phaseId === phaseId)
  return { kind, startsOn, dueOn, extendedDueOn: extendedDueOn(deciding, granted) }
}

function phaseFacts(
  phase: TaskPhase,
  facts: TaskFacts,
  deciding: readonly Owing[],
  party: PartyOf,
): PhaseFacts {
  return {
    ...deadlineFacts(phase.deadline, facts, deciding, phase.id),
    work: workOf(facts, deciding, party, phase.id),
  }
}
