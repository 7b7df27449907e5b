import type { CooperationTheme } from "../programme/programme-theme.ts"

/** Where a programme stands in the plan, what it is about, and what else the same cooperation serves. */
export interface ProgrammeOfPlan {
  /** Code of the task or number of the measure. */
  task?: string
  measure?: string
  theme: CooperationTheme
  /** Codes of further tasks. */
  relatedTasks: readonly string[]
  /** Codes of indicators. */
  relatedIndicators: readonly string[]
}

/**
 * What Plan 43/KH-UBND says about international cooperation, in printed order: measures 4.9 and 7.1–7.5, tasks 93 and
 * 135–140. A link stands on the plan's words:
 * - 31 (foreigners who manage, teach and research) with the measures and tasks that look for experts abroad;
 * - 34 (non-refundable foreign aid) with 7.2, which draws projects, and 137, partnership frameworks;
 * - 36 (learning and decoding foreign technology) with 138, lessons and models from abroad;
 * - 134 (leading technology corporations) and indicators 24, 39 with 7.1 and 136, which name corporations;
 * - indicators 18 (organisations ranked in the world) and 19 (international publications) with the networks of scientists.
 * Source: DOMAIN.md, "International cooperation".
 */
export const PROGRAMMES_OF_PLAN: readonly ProgrammeOfPlan[] = [
  { measure: "4.9", theme: "INNOVATION_NETWORK", relatedTasks: ["93"], relatedIndicators: ["18", "19"] },
  {
    measure: "7.1",
    theme: "PARTNER_CITIES_AND_CORPORATIONS",
    relatedTasks: ["134", "136"],
    relatedIndicators: ["24", "39"],
  },
  {
    measure: "7.2",
    theme: "FRIENDSHIP_ORGANISATIONS",
    relatedTasks: ["31", "34", "139"],
    relatedIndicators: [],
  },
  { measure: "7.3", theme: "MULTILATERAL_MECHANISMS", relatedTasks: ["140"], relatedIndicators: [] },
  { measure: "7.4", theme: "STANDARDS_BODIES", relatedTasks: ["135"], relatedIndicators: [] },
  { measure: "7.5", theme: "TRAINING_ABROAD", relatedTasks: [], relatedIndicators: [] },
  { task: "93", theme: "INNOVATION_NETWORK", relatedTasks: ["139"], relatedIndicators: ["18", "19"] },
  { task: "135", theme: "STANDARDS_BODIES", relatedTasks: [], relatedIndicators: [] },
  {
    task: "136",
    theme: "PARTNER_CITIES_AND_CORPORATIONS",
    relatedTasks: ["134"],
    relatedIndicators: ["24", "39"],
  },
  { task: "137", theme: "PARTNERSHIP_FRAMEWORKS", relatedTasks: ["34"], relatedIndicators: [] },
  { task: "138", theme: "LESSONS_AND_MODELS", relatedTasks: ["36"], relatedIndicators: [] },
  { task: "139", theme: "EXPERTS_ABROAD", relatedTasks: ["31", "93"], relatedIndicators: ["18", "19"] },
  { task: "140", theme: "MULTILATERAL_MECHANISMS", relatedTasks: [], relatedIndicators: [] },
]
