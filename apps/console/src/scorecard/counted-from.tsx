import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Fact, Facts } from "../facts/facts.tsx"
import styles from "./scorecard.module.css"

const CountedFromFragment = graphql(`
  fragment CountedFrom on Scorecards {
    from
    to
    beforeFrom
    beforeTo
    sha256
    freeze {
      id
      name
      note
      recordedOn
      recordedByName
    }
    method {
      number
      basis
      weights {
        criterion
      }
    }
  }
`)

/** Scorecards, as far as they say what they are counted from. */
export type CountedScorecards = FragmentType<typeof CountedFromFragment>

/** Of which days, by which method, and whether it can still change. */
export function CountedFrom({ scorecards }: { scorecards: CountedScorecards }) {
  const { t } = useLingui()
  const { from, to, beforeFrom, beforeTo, sha256, freeze, method } = readFragment(
    CountedFromFragment,
    scorecards,
  )
  return (
    <Facts>
      <Fact name={t`Kỳ đánh giá`}>
        <PrintedDate date={from} /> – <PrintedDate date={to} />
      </Fact>
      <Fact name={t`So với kỳ trước`}>
        <PrintedDate date={beforeFrom} /> – <PrintedDate date={beforeTo} />
      </Fact>
      <Fact name={t`Cách tính`}>
        <Link to="/danh-gia/cach-tinh">{t`Phiên bản ${method.number}`}</Link>
        {": "}
        {method.weights.length === 0
          ? t`từng con số đứng riêng, không cộng thành điểm`
          : t`có điểm tổng hợp theo trọng số`}
        {method.basis && (
          <>
            {" "}
            (<span lang="vi">{method.basis}</span>)
          </>
        )}
      </Fact>
      <Fact name={t`Số liệu`}>
        {freeze ? (
          <>
            {t`Đã chốt ngày`} <PrintedDate date={freeze.recordedOn} />,{" "}
            <span lang="vi">{freeze.recordedByName}</span>
            {freeze.note && (
              <>
                . <span lang="vi">{freeze.note}</span>
              </>
            )}
          </>
        ) : (
          t`Chưa chốt: còn thay đổi theo những gì được ghi`
        )}
      </Fact>
      {sha256 && (
        <Fact name={t`Mã băm nội dung (SHA-256)`}>
          <code className={styles.hash}>{sha256}</code>
        </Fact>
      )}
    </Facts>
  )
}
