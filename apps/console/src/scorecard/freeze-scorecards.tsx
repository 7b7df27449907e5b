import { useLingui } from "@lingui/react/macro"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { graphql } from "../__generated__/index.ts"
import { useDraftedForm } from "../form/drafted-form.ts"
import styles from "../form/form.module.css"
import { RecordForm } from "../form/record-form.tsx"
import { LongTextField, TextField } from "../form/text-field.tsx"
import { neededDay, neededWords, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"
import { useChange } from "../graph/change-graph.ts"
import { Restricted } from "../session/restricted.tsx"
import { Page } from "../shell/page.tsx"
import { cardSearch, periodOf, scorecardSearch } from "./scorecard-search.ts"

const FreezeScorecardsDocument = graphql(`
  mutation FreezeScorecards($input: FreezeScorecardsInput!) {
    freezeScorecards(input: $input) {
      freeze {
        id
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const freezeForm = z.object({
  name: neededWords,
  from: neededDay,
  to: neededDay,
  note: optionalWords,
})
type FreezeTyped = z.input<typeof freezeForm>

const route = getRouteApi("/danh-gia/chot")

/** Keeps the scorecards of a period as they are, so that they can be shown years later. */
export function FreezeScorecards() {
  const { t } = useLingui()
  const title = t`Chốt kết quả đánh giá`
  return (
    <Restricted to="scorecards:write" title={title}>
      <Page title={title} above={<Link to="/danh-gia">{t`Đánh giá mức độ hoàn thành`}</Link>}>
        <Freezing />
      </Page>
    </Restricted>
  )
}

function Freezing() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const period = periodOf(cardSearch.read(route.useSearch()).values)
  const drafted = useDraftedForm(`scorecard-freeze/${period.from}/${period.to}`, freezeForm, {
    name: "",
    ...period,
    note: "",
  })
  const { change, failure } = useChange(FreezeScorecardsDocument, ["scorecardFreezes"])
  return (
    <RecordForm
      drafted={drafted}
      failure={failure}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, idempotencyKey } }))?.freezeScorecards ?? null
      }
      onDone={({ freeze }) =>
        void navigate({
          to: "/danh-gia",
          search: scorecardSearch.write(freeze ? { ban: freeze.id } : {}),
        })
      }
      submit={t`Chốt`}
      cancel={<Link to="/danh-gia">{t`Thôi`}</Link>}
    >
      <p>{t`Kết quả của mọi cơ quan, người đứng đầu và cán bộ, công chức, viên chức trong kỳ, cùng kỳ trước và cách tính, được giữ đúng như hiện nay kèm mã băm. Bản đã chốt không sửa, không rút được; muốn đính chính thì chốt một bản mới.`}</p>
      <TextField<FreezeTyped>
        name="name"
        label={t`Tên bản chốt`}
        description={t`Ví dụ: Đánh giá năm 2026 trình Hội đồng Thi đua - Khen thưởng`}
        required
      />
      <div className={styles.pair}>
        <TextField<FreezeTyped> name="from" type="date" label={t`Từ ngày`} required />
        <TextField<FreezeTyped>
          name="to"
          type="date"
          label={t`Đến hết ngày`}
          description={t`Kỳ phải đã kết thúc`}
          required
        />
      </div>
      <LongTextField<FreezeTyped> name="note" label={t`Ghi chú`} />
    </RecordForm>
  )
}
