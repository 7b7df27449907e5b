export { importPlan, type PlanImportOptions, type PlanImportResult, type WhenToApply } from "./import-plan.ts"
export { countChanges, reportChanges } from "./report-changes.ts"
export { type UnresolvedAgency, unresolvedAgencies } from "./unresolved-agencies.ts"
