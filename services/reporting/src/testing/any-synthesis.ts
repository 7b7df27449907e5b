import { dayOf } from "@plan43/calendar"
import { taskStatuses } from "@plan43/official-tally"
import fc from "fast-check"
import type { SynthesisContent } from "../synthesis/synthesis-content.ts"

/** What must never be published: it stands in every field that the public may not read. */
export const SECRET = "KHÔNG CÔNG BỐ"

const AGENCIES = ["Sở Tài chính", "Sở Nội vụ", "Sở Y tế"].map((name, place) => ({ id: `a${place}`, name }))
const DAY = dayOf(2026, 5, 31)

const anyTask = fc.record({
  section: fc.nat({ max: 6 }),
  status: fc.constantFrom(...taskStatuses),
  leadIds: fc.uniqueArray(fc.constantFrom(...AGENCIES.map(({ id }) => id)), { maxLength: 3 }),
  sensitive: fc.boolean(),
  accepted: fc.boolean(),
  answer: fc.constantFrom("REPORTED" as const, "NO_CHANGE" as const, null),
})

/** A round with any tasks, of which some are sensitive, and any answers, of which some were accepted. */
export const anySynthesis = fc
  .array(anyTask, { minLength: 1, maxLength: 30 })
  .map((drawn): { content: SynthesisContent; sensitiveTaskIds: Set<string> } => {
    const tasks = drawn
      .map((task, place) => ({ ...task, place }))
      .toSorted((one, other) => one.section - other.section || one.place - other.place)
    const hidden = (sensitive: boolean) => (sensitive ? SECRET : "công bố được")
    return {
      sensitiveTaskIds: new Set(tasks.filter(({ sensitive }) => sensitive).map(({ place }) => `t${place}`)),
      content: {
        round: {
          name: "Báo cáo 6 tháng đầu năm 2026",
          kind: "REGULAR",
          questions: SECRET,
          cutOffOn: DAY,
          agenciesDueOn: dayOf(2026, 6, 5),
          cityDueOn: dayOf(2026, 6, 10),
          governmentDueOn: dayOf(2026, 6, 14),
        },
        asOf: DAY,
        simulated: false,
        tasks: tasks.map(({ section, status, leadIds, sensitive, place }) => ({
          id: `t${place}`,
          planNumber: "43/KH-UBND",
          planIssuedOn: dayOf(2025, 2, 14),
          planIssuer: "UBND Thành phố",
          code: String(place + 1),
          number: String(place + 1),
          sectionNumeral: `${section + 1}`,
          sectionTitle: `Phần ${section + 1}`,
          title: hidden(sensitive),
          leadText: hidden(sensitive),
          coordinatorText: hidden(sensitive),
          expectedResult: hidden(sensitive),
          deadlineText: "12/2026",
          status,
          leadIds,
        })),
        indicators: [
          {
            id: SECRET,
            code: "1",
            name: "Tỷ lệ",
            unit: "%",
            targetText: "≥ 80",
            horizonYear: 2030,
            leadText: "Sở Tài chính",
            heading: false,
            before: null,
            observed: {
              id: SECRET,
              recordedOn: DAY,
              periodStart: DAY,
              periodEnd: DAY,
              value: "12.5",
              provisional: true,
              source: "Cục Thống kê",
              // Beside a value it is a remark; without one it is what was observed
              note: SECRET,
            },
            assessment: { state: "BEHIND_PATH" as const, explanation: SECRET },
          },
        ],
        reports: AGENCIES.map(({ id }) => ({
          id: SECRET,
          agencyId: id,
          state: "ACCEPTED" as const,
          sentOn: DAY,
          approvedBy: SECRET,
          late: false,
          lines: 1,
          answered: 1,
        })),
        questions: [{ id: "q0", code: "CH1", text: SECRET }],
        lines: [
          ...tasks.map(({ sensitive, accepted, answer, place }) => ({
            reportId: SECRET,
            agencyId: "a0",
            itemId: `t${place}`,
            accepted,
            answer,
            progress: accepted && answer === "REPORTED" && !sensitive ? "Đã trình" : SECRET,
            resultDocument: accepted && answer === "REPORTED" && !sensitive ? "5/NQ-HĐND" : SECRET,
            percentage: 60,
            difficulties: SECRET,
            proposal: SECRET,
            nextPlan: SECRET,
            prefill: { progress: SECRET, resultDocument: SECRET, recordedOn: DAY },
          })),
          ...AGENCIES.map(({ id }) => ({
            reportId: SECRET,
            agencyId: id,
            itemId: "q0",
            accepted: true,
            answer: "REPORTED" as const,
            progress: SECRET,
            resultDocument: null,
            percentage: null,
            difficulties: null,
            proposal: null,
            nextPlan: null,
            prefill: null,
          })),
        ],
        agencies: AGENCIES,
      },
    }
  })
