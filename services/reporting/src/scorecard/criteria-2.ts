import { CRITERIA_1 } from "./criteria-1.ts"
import type { Criterion } from "./criterion.ts"
import type { ScoreRow } from "./score-row.ts"
import type { SubjectFacts } from "./score-subject.ts"

const RETURNED = "bị trả lại, chưa gửi lại"

/** The rows of a criterion of reports; those of reports that stand returned told otherwise. */
function tellingReturned(
  { rows }: Pick<Criterion, "rows">,
  tell: (row: ScoreRow) => ScoreRow,
): Criterion["rows"] {
  return (facts: SubjectFacts) => {
    const returned = new Set(
      facts.reports.filter(({ standsReturned }) => standsReturned === true).map(({ reportId }) => reportId),
    )
    return rows(facts).map((row) => (row.reportId !== null && returned.has(row.reportId) ? tell(row) : row))
  }
}

function inVersion2(criterion: Criterion): Criterion {
  switch (criterion.code) {
    case "REPORTS_ON_TIME":
      return {
        ...criterion,
        rows: tellingReturned(criterion, (row) => ({ ...row, why: `${row.why}; ${RETURNED}` })),
      }
    case "REPORTS_COMPLETE":
      return {
        ...criterion,
        rule: "Mẫu số: mọi dòng của các báo cáo ấy. Tử số: dòng đã trả lời, kể cả “không thay đổi” và “không có nội dung báo cáo”, của báo cáo đã gửi; báo cáo bị trả lại mà đến cuối kỳ chưa gửi lại thì không dòng nào được tính.",
        rows: tellingReturned(criterion, (row) => ({
          ...row,
          why: "Bị trả lại, chưa gửi lại",
          counted: 0,
        })),
      }
    default:
      return criterion
  }
}

/**
 * The criteria of version 2: a report that was returned and not sent again is no complete one. When it came first is counted as
 * before: what is corrected in time is not late.
 */
export const CRITERIA_2: readonly Criterion[] = CRITERIA_1.map(inVersion2)
