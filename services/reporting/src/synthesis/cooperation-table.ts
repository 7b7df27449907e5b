import { inFigures } from "@plan43/calendar"
import { ACTIVITY_KIND_IN_WORDS, AGREEMENT_STATE_IN_WORDS, LEVEL_IN_WORDS } from "./cooperation-words.ts"
import type { ReportedActivity, ReportedAgreement, SynthesisContent } from "./synthesis-content.ts"
import { namesOf, type SynthesisRow, type SynthesisTable } from "./tables.ts"

/** Whether anything of cooperation was going on in the period. */
export function anyCooperation({ cooperation }: Pick<SynthesisContent, "cooperation">): boolean {
  return cooperation !== undefined && cooperation.agreements.length + cooperation.activities.length > 0
}

/** What was agreed and done with partners abroad in the period, by day. */
export function cooperationTable(content: SynthesisContent): SynthesisTable {
  const { agreements = [], activities = [] } = content.cooperation ?? {}
  const nameOf = namesOf(content)
  const agency = (id: string | null) => (id === null ? null : nameOf(id))
  return {
    tab: "Hợp tác quốc tế",
    title: "Thỏa thuận và hoạt động hợp tác quốc tế trong kỳ",
    columns: [
      { heading: "TT", share: 0.05, align: "center" },
      { heading: "Tên", share: 0.24, align: "left" },
      { heading: "Loại", share: 0.12, align: "left" },
      { heading: "Đối tác", share: 0.17, align: "left" },
      { heading: "Thời gian, tình trạng", share: 0.15, align: "left" },
      { heading: "Nội dung, kết quả", share: 0.17, align: "left" },
      { heading: "Cơ quan thực hiện", share: 0.1, align: "left" },
    ],
    rows: [
      ...listed(
        "Thỏa thuận",
        agreements.map((agreement) => [
          agreement.number === null ? agreement.title : `${agreement.title} (${agreement.number})`,
          LEVEL_IN_WORDS[agreement.level],
          agreement.partners.join("; "),
          inLines(...daysOfAgreement(agreement), AGREEMENT_STATE_IN_WORDS[agreement.state]),
          agreement.commitments,
          agency(agreement.agencyId),
        ]),
      ),
      ...listed(
        "Hoạt động",
        activities.map((activity) => [
          activity.title,
          ACTIVITY_KIND_IN_WORDS[activity.kind],
          activity.partners.join("; "),
          inLines(daysOfActivity(activity), activity.place),
          inLines(activity.purpose, activity.outputs),
          agency(activity.agencyId),
        ]),
      ),
    ],
  }
}

/** Rows with their numbers below what they are; nothing where there are none. */
function listed(heading: string, rows: readonly (string | null)[][]): SynthesisRow[] {
  return rows.length === 0 ? [] : [{ heading }, ...rows.map((row, place) => [place + 1, ...row])]
}

function inLines(...lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null && line.trim() !== "").join("\n")
}

function daysOfAgreement({ signedOn, inForceOn, expiresOn }: ReportedAgreement): (string | null)[] {
  return [
    signedOn && `Ký ngày ${inFigures(signedOn)}`,
    inForceOn && `Hiệu lực từ ${inFigures(inForceOn)}`,
    expiresOn && `Hiệu lực đến ${inFigures(expiresOn)}`,
  ]
}

function daysOfActivity({ startsOn, endsOn }: ReportedActivity): string | null {
  if (startsOn === null) return endsOn && `Đến ${inFigures(endsOn)}`
  return endsOn === null || endsOn === startsOn
    ? inFigures(startsOn)
    : `Từ ${inFigures(startsOn)} đến ${inFigures(endsOn)}`
}
