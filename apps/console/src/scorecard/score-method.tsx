import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { ScoreMethodsQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Fact, Facts } from "../facts/facts.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useNames } from "../language/use-names.ts"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { ActionLink } from "../shell/action-link.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { scorecardKindName, scoreTopicName, scoreTopics } from "./score-names.ts"
import styles from "./scorecard.module.css"

const ScoreMethodsDocument = graphql(`
  query ScoreMethods {
    scorecardMethods {
      number
      basis
      effectiveFrom
      recordedOn
      recordedByName
      weights {
        criterion
        weight
      }
      criteria {
        code
        topic
        measure
        name
        rule
        kinds
      }
    }
  }
`)

type Method = ScoreMethodsQuery["scorecardMethods"][number]

/** By what scorecards are counted: every criterion in words, and every version of the weights. */
export function ScoreMethod() {
  const { t } = useLingui()
  const title = t`Cách tính kết quả đánh giá`
  return (
    <Restricted to={["scorecards:read", "scorecards:read:own"]} title={title}>
      <Methods title={title} />
    </Restricted>
  )
}

function Methods({ title }: { title: string }) {
  const { t } = useLingui()
  const mayWrite = useMay("scorecards:write")
  const answer = useGraph(ScoreMethodsDocument, {})
  return (
    <Page
      title={title}
      above={<Link to="/danh-gia">{t`Đánh giá mức độ hoàn thành`}</Link>}
      beside={mayWrite && <ActionLink to="/danh-gia/cach-tinh/moi">{t`Ghi trọng số`}</ActionLink>}
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ scorecardMethods }) => {
          const latest = scorecardMethods.at(-1)
          return (
            <>
              <Panel
                title={t`Các phiên bản`}
                note={t`Kế hoạch yêu cầu đo lường, không cho trọng số. Khi chưa ai ghi trọng số kèm căn cứ, từng con số đứng riêng, không cộng thành điểm. Phiên bản đã ghi không sửa được; kỳ nào tính theo phiên bản có hiệu lực vào ngày cuối kỳ.`}
              >
                <ol className={styles.figures} reversed>
                  {scorecardMethods.toReversed().map((method) => (
                    <MethodVersion key={method.number} method={method} />
                  ))}
                </ol>
              </Panel>
              {latest && <Criteria method={latest} />}
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function MethodVersion({ method }: { method: Method }) {
  const { t } = useLingui()
  const { number, basis, effectiveFrom, recordedOn, recordedByName, weights, criteria } = method
  const nameOf = new Map(criteria.map(({ code, name }) => [code, name]))
  return (
    <li data-method={number}>
      <h3>{t`Phiên bản ${number}`}</h3>
      {weights.length === 0 ? (
        <p>{t`Không trọng số: từng con số đứng riêng.`}</p>
      ) : (
        <Facts>
          <Fact name={t`Trọng số`}>
            <ul lang="vi">
              {weights.map(({ criterion, weight }) => (
                <li key={criterion}>
                  {nameOf.get(criterion)}: {weight}
                </li>
              ))}
            </ul>
          </Fact>
          <Fact name={t`Căn cứ`}>
            <span lang="vi">{basis}</span>
          </Fact>
          <Fact name={t`Áp dụng cho kỳ kết thúc từ ngày`}>
            {effectiveFrom && <PrintedDate date={effectiveFrom} />}
          </Fact>
          <Fact name={t`Người ghi`}>
            <span lang="vi">{recordedByName}</span>, {recordedOn && <PrintedDate date={recordedOn} />}
          </Fact>
        </Facts>
      )}
    </li>
  )
}

function Criteria({ method: { criteria } }: { method: Method }) {
  const { t } = useLingui()
  const topics = useNames(scoreTopicName)
  const kinds = useNames(scorecardKindName)
  return (
    <>
      {scoreTopics.map((topic) => (
        <Panel key={topic} title={topics[topic]}>
          <ul className={styles.figures}>
            {criteria
              .filter((criterion) => criterion.topic === topic)
              .map(({ code, name, rule, measure, kinds: on }) => (
                <li key={code}>
                  <div className={styles.figure}>
                    <h3 lang="vi">{name}</h3>
                    <p>
                      {measure === "SHARE" ? t`Tỷ lệ` : t`Số lượng`} ·{" "}
                      {on.map((kind) => kinds[kind]).join("; ")}
                    </p>
                  </div>
                  <p className={styles.rule} lang="vi">
                    {rule}
                  </p>
                </li>
              ))}
          </ul>
        </Panel>
      ))}
    </>
  )
}
