import { resolveAgencyCell } from "@plan43/agency-register"
import type { DeadlineReading, PublishedTask } from "@plan43/plan"
import {
  type PublishedSource,
  type PublishedTable,
  planKeyOf,
  type Row,
  stableId,
} from "@plan43/published-rows"

function deadlineColumns({ text, kind, startsOn, dueOn }: DeadlineReading): Row {
  return { deadline_text: text, deadline_kind: kind, deadline_starts_on: startsOn, deadline_due_on: dueOn }
}

function milestoneText(
  task: PublishedTask,
  kind: PublishedTask["milestones"][number]["kind"],
): string | null {
  return task.milestones.find((milestone) => milestone.kind === kind)?.text ?? null
}

/** The tasks with their phases, the agencies that their cells name, and the documents that they wait for. */
export function taskTables({ plan, register }: PublishedSource): PublishedTable[] {
  const planKey = planKeyOf(plan)
  const planId = stableId("plan", planKey)
  const idOf = (task: PublishedTask) => stableId("task", planKey, task.code)
  const triggerIdOf = (task: PublishedTask, index: number) =>
    stableId("trigger", planKey, task.code, String(index + 1))
  const codeOfTask = new Map(plan.tasks.map((task) => [idOf(task), task.code]))

  const ofPlan = `plan_id = '${planId}'`
  const ofTasks = `task_id in (select id from tasks.task where ${ofPlan})`
  return [
    {
      table: "task",
      key: ["id"],
      scope: ofPlan,
      whenGone: "withdraw",
      label: (row) => `nhiệm vụ ${row.code}`,
      rows: plan.tasks.map((task) => ({
        id: idOf(task),
        plan_id: planId,
        section_id: stableId("section", planKey, task.sectionNumeral),
        code: task.code,
        number: task.number,
        position: task.position,
        title: task.title,
        lead_text: task.leadText,
        coordinator_text: task.coordinatorText,
        expected_result: task.expectedResult,
        ...deadlineColumns(task.deadline),
        contribution_text: milestoneText(task, "CONTRIBUTION"),
        implementation_text: milestoneText(task, "IMPLEMENTATION"),
        sensitive: task.sensitive,
        line: task.lines.first,
        last_line: task.lines.last,
      })),
    },
    {
      table: "task_phase",
      key: ["id"],
      scope: ofTasks,
      whenGone: "withdraw",
      label: (row) => `${row.name} của nhiệm vụ ${codeOfTask.get(String(row.task_id)) ?? row.task_id}`,
      rows: plan.tasks.flatMap((task) =>
        task.phases.map((phase, index) => ({
          id: stableId("phase", planKey, task.code, String(index + 1)),
          task_id: idOf(task),
          position: index + 1,
          name: phase.name,
          expected_result: phase.expectedResult,
          ...deadlineColumns(phase.deadline),
          line: phase.lines.first,
          last_line: phase.lines.last,
        })),
      ),
    },
    {
      table: "task_agency",
      key: ["id"],
      scope: ofTasks,
      whenGone: "delete",
      label: (row) =>
        `cơ quan “${row.text}” của nhiệm vụ ${codeOfTask.get(String(row.task_id)) ?? row.task_id}`,
      rows: plan.tasks.flatMap((task) =>
        [
          { role: "LEAD", cell: task.leadText },
          { role: "COORDINATOR", cell: task.coordinatorText },
        ].flatMap(({ role, cell }) =>
          resolveAgencyCell(cell, register).map((mention, index) => ({
            id: stableId("task-agency", planKey, task.code, role, String(index + 1)),
            task_id: idOf(task),
            role,
            position: index + 1,
            text: mention.text,
            agency_id: mention.agencyCode === null ? null : stableId("agency", mention.agencyCode),
          })),
        ),
      ),
    },
    {
      table: "awaited_document",
      key: ["id"],
      scope: ofPlan,
      whenGone: "withdraw",
      label: (row) => `văn bản chờ “${row.title}”`,
      rows: plan.tasks.flatMap((task) =>
        task.deadline.triggers.map((trigger, index) => ({
          id: triggerIdOf(task, index),
          plan_id: planId,
          kind: trigger.kind,
          title: trigger.title,
          issuer: trigger.issuer,
          event: trigger.event,
          not_before: trigger.notBefore,
          position: task.position,
        })),
      ),
    },
    {
      table: "task_trigger",
      key: ["task_id", "trigger_id"],
      scope: ofTasks,
      whenGone: "delete",
      label: (row) => `văn bản chờ của nhiệm vụ ${codeOfTask.get(String(row.task_id)) ?? row.task_id}`,
      rows: plan.tasks.flatMap((task) =>
        task.deadline.triggers.map((_trigger, index) => ({
          task_id: idOf(task),
          trigger_id: triggerIdOf(task, index),
        })),
      ),
    },
  ]
}
