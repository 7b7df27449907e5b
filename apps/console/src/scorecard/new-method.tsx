import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { useDraftedForm } from "../form/drafted-form.ts"
import styles from "../form/form.module.css"
import { RecordForm } from "../form/record-form.tsx"
import { LongTextField, TextField } from "../form/text-field.tsx"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page } from "../shell/page.tsx"
import { EMPTY_METHOD, type MethodTyped, methodForm, weighedCriteria } from "./method-form.ts"

const WeighableCriteriaDocument = graphql(`
  query WeighableCriteria {
    scorecardMethods {
      number
      criteria {
        code
        name
        weighable
      }
    }
  }
`)

const RecordScorecardMethodDocument = graphql(`
  mutation RecordScorecardMethod($input: RecordScorecardMethodInput!) {
    recordScorecardMethod(input: $input) {
      method {
        number
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** Gives the method weights, with what they rest on; earlier versions stay as they are. */
export function NewMethod() {
  const { t } = useLingui()
  const title = t`Ghi trọng số của cách tính`
  return (
    <Restricted to="scorecards:write" title={title}>
      <Page title={title} above={<Link to="/danh-gia/cach-tinh">{t`Cách tính kết quả đánh giá`}</Link>}>
        <Weighing />
      </Page>
    </Restricted>
  )
}

function Weighing() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const drafted = useDraftedForm("scorecard-method/new", methodForm, EMPTY_METHOD)
  const answer = useGraph(WeighableCriteriaDocument, {})
  const { change, failure } = useChange(RecordScorecardMethodDocument, ["scorecardMethods", "scorecards"])
  return (
    <Answered answer={answer} waiting={<Skeleton height={320} />}>
      {({ scorecardMethods }) => {
        const criteria = scorecardMethods.at(-1)?.criteria ?? []
        const nameOf = new Map(criteria.map(({ code, name }) => [code, name]))
        return (
          <RecordForm
            drafted={drafted}
            failure={failure}
            send={async (values, idempotencyKey) =>
              (await change({ input: { ...values, idempotencyKey } }))?.recordScorecardMethod ?? null
            }
            onDone={() => void navigate({ to: "/danh-gia/cach-tinh" })}
            submit={t`Ghi phiên bản mới`}
            cancel={<Link to="/danh-gia/cach-tinh">{t`Thôi`}</Link>}
          >
            <p>{t`Chỉ ghi trọng số khi có văn bản quy định. Ô để trống: tiêu chí không có trọng số. Điểm tổng hợp là trung bình theo trọng số của các tỷ lệ, trên thang 100.`}</p>
            <div className={styles.pair}>
              {weighedCriteria.map((criterion) => (
                <TextField<MethodTyped>
                  key={criterion}
                  name={criterion}
                  type="number"
                  label={nameOf.get(criterion) ?? criterion}
                />
              ))}
            </div>
            <LongTextField<MethodTyped>
              name="basis"
              label={t`Căn cứ`}
              description={t`Số, ngày, cơ quan ban hành văn bản quy định trọng số`}
              required
            />
            <TextField<MethodTyped>
              name="effectiveFrom"
              type="date"
              label={t`Áp dụng cho kỳ kết thúc từ ngày`}
              required
            />
          </RecordForm>
        )
      }}
    </Answered>
  )
}
