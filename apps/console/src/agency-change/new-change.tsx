import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { Link, useNavigate } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import { useWatch } from "react-hook-form"
import { graphql } from "../__generated__/index.ts"
import { useBodiesFound, useGroupsFound } from "../agency/agency-choices.ts"
import { agencyKindName } from "../agency/agency-kind.ts"
import { today } from "../calendar/today.ts"
import { ChoiceField } from "../form/choice-field.tsx"
import { useDraftedForm } from "../form/drafted-form.ts"
import formStyles from "../form/form.module.css"
import { useIdempotencyKey } from "../form/idempotency-key.ts"
import { PickField, PickSeveralField } from "../form/pick-field.tsx"
import { RecordForm } from "../form/record-form.tsx"
import { TextField } from "../form/text-field.tsx"
import type { UserError } from "../form/user-error.ts"
import { useChange } from "../graph/change-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { useNames } from "../language/use-names.ts"
import { Notice } from "../notice/notice.tsx"
import { Restricted } from "../session/restricted.tsx"
import { Page, Panel } from "../shell/page.tsx"
import styles from "./agency-change.module.css"
import { type ChangePreview, usePreview } from "./ask-preview.ts"
import {
  asksForMembers,
  asksForPredecessors,
  asksForSuccessors,
  type ChangeRead,
  type ChangeTyped,
  changeForm,
  changeOf,
  EMPTY_CHANGE,
  foundedKinds,
  NOTHING_CHOSEN,
  placed,
  type Slot,
  slotsFor,
} from "./change-form.ts"
import { changeKindName } from "./change-names.ts"
import { PreviewedChange } from "./change-preview.tsx"
import { CHANGED_WITH } from "./changed-with.ts"

const RecordAgencyChangeDocument = graphql(`
  mutation RecordAgencyChange($input: RecordAgencyChangeInput!) {
    recordAgencyChange(input: $input) {
      change {
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

/** Records a merger, split, renaming, dissolution or founding, after a look at what it does. */
export function NewChange() {
  const { t } = useLingui()
  return (
    <Restricted to="agencies:write" title={t`Ghi sắp xếp cơ quan`}>
      <Recording />
    </Restricted>
  )
}

interface Previewed {
  read: ChangeRead
  preview: ChangePreview
}

function Recording() {
  const { t } = useLingui()
  const drafted = useDraftedForm("agency-change/new", changeForm, EMPTY_CHANGE)
  const { ask, failure } = usePreview()
  const [previewed, setPreviewed] = useState<Previewed | null>(null)
  const { form } = drafted
  // What is typed after a preview is not what was previewed
  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => setPreviewed(null) }), [form])
  return (
    <Page
      title={t`Ghi sắp xếp cơ quan`}
      above={
        <>
          <Link to="/co-quan">{t`Cơ quan`}</Link> / <Link to="/co-quan/sap-xep">{t`Sắp xếp`}</Link>
        </>
      }
    >
      <RecordForm
        drafted={{ ...drafted, sent: () => undefined }}
        failure={failure}
        send={async (read) => {
          const preview = await ask(changeOf(read, NOTHING_CHOSEN))
          if (preview === null) return null
          // Where people go is chosen beside what is previewed
          const errors = preview.userErrors.filter(({ reason }) => reason !== "PERSON_UNDECIDED")
          setPreviewed(errors.length === 0 ? { read, preview } : null)
          return { userErrors: placed(read, errors) }
        }}
        onDone={() => undefined}
        submit={t`Xem trước tác động`}
        cancel={<Link to="/co-quan/sap-xep">{t`Thôi`}</Link>}
      >
        <ChangeFields />
      </RecordForm>
      {previewed && (
        <Confirmation previewed={previewed} onBack={() => setPreviewed(null)} onRecorded={drafted.sent} />
      )}
    </Page>
  )
}

function ChangeFields() {
  const { t } = useLingui()
  const kinds = useNames(changeKindName)
  const kind = useWatch<ChangeTyped, "kind">({ name: "kind" })
  const subject = useWatch<ChangeTyped, "subject">({ name: "subject" })
  const ofGroups = subject === "GROUPS"
  return (
    <>
      <div className={formStyles.pair}>
        <ChoiceField<ChangeTyped>
          name="kind"
          label={t`Hình thức`}
          none={t`Chọn hình thức`}
          choices={kinds}
          required
        />
        <TextField<ChangeTyped>
          name="effectiveOn"
          type="date"
          label={t`Có hiệu lực từ ngày`}
          description={t`Cơ quan kết thúc thì kết thúc vào hết ngày trước đó`}
          required
        />
      </div>
      <div className={formStyles.pair}>
        <TextField<ChangeTyped> name="number" label={t`Số, ký hiệu văn bản`} required />
        <TextField<ChangeTyped> name="issuedOn" type="date" label={t`Ngày ban hành`} required />
      </div>
      <div className={formStyles.pair}>
        <TextField<ChangeTyped> name="issuer" label={t`Cơ quan ban hành`} required />
        <TextField<ChangeTyped> name="link" type="url" label={t`Địa chỉ văn bản`} />
      </div>
      {kind === "MEMBERSHIP" ? (
        <MembershipFields />
      ) : (
        <ChoiceField<ChangeTyped>
          name="subject"
          label={t`Đối tượng`}
          choices={{ BODIES: t`Cơ quan`, GROUPS: t`Nhóm cơ quan mà Kế hoạch gọi chung` }}
        />
      )}
      {asksForPredecessors(kind) && (
        <PickSeveralField<ChangeTyped>
          name="predecessors"
          key={`predecessors ${subject}`}
          label={ofGroups ? t`Nhóm trước sắp xếp (kết thúc)` : t`Cơ quan trước sắp xếp (kết thúc)`}
          useFound={ofGroups ? useGroupsFound : useBodiesFound}
          required
        />
      )}
      {asksForSuccessors(kind, subject) && (
        <PickSeveralField<ChangeTyped>
          name="successors"
          key={`successors ${subject}`}
          label={ofGroups ? t`Nhóm đang có sẽ nhận việc và thành viên` : t`Cơ quan đang có sẽ nhận việc`}
          useFound={ofGroups ? useGroupsFound : useBodiesFound}
        />
      )}
      {slotsFor(kind).map((slot) => (
        <FoundedFields key={slot} slot={slot} kind={kind} subject={subject} />
      ))}
      <TextField<ChangeTyped> name="reason" label={t`Ghi chú`} description={t`Ghi vào nhật ký`} />
    </>
  )
}

/** Who joins a group and who leaves it. */
function MembershipFields() {
  const { t } = useLingui()
  return (
    <>
      <PickField<ChangeTyped> name="group" label={t`Nhóm`} useFound={useGroupsFound} required />
      <PickSeveralField<ChangeTyped> name="joining" label={t`Vào nhóm`} useFound={useBodiesFound} />
      <PickSeveralField<ChangeTyped> name="leaving" label={t`Ra khỏi nhóm`} useFound={useBodiesFound} />
    </>
  )
}

interface FoundedFieldsProps {
  slot: Slot
  kind: string
  subject: string
}

function FoundedFields({ slot, kind, subject }: FoundedFieldsProps) {
  const { t, i18n } = useLingui()
  const ofGroups = subject === "GROUPS"
  const needed = kind === "RENAMING" || kind === "FOUNDING"
  const mark = needed ? { required: true as const } : {}
  return (
    <fieldset className={styles.founded}>
      <legend>
        {kind === "RENAMING"
          ? t`Tên mới`
          : ofGroups
            ? t`Nhóm mới ${kind === "SPLIT" ? slot : ""}`
            : kind === "SPLIT"
              ? t`Cơ quan mới ${slot}`
              : t`Cơ quan mới`}
        {!needed && <> {t`(nếu có)`}</>}
      </legend>
      <TextField<ChangeTyped> name={`name${slot}`} label={t`Tên đầy đủ`} {...mark} />
      <div className={formStyles.pair}>
        <TextField<ChangeTyped>
          name={`code${slot}`}
          label={t`Mã`}
          description={t`Chữ thường không dấu, ví dụ so-khcn; không đổi về sau`}
          {...mark}
        />
        <TextField<ChangeTyped> name={`shortName${slot}`} label={t`Tên viết tắt`} />
        {!ofGroups && (
          <ChoiceField<ChangeTyped>
            name={`kind${slot}`}
            label={t`Loại`}
            choices={Object.fromEntries(foundedKinds.map((each) => [each, i18n._(agencyKindName[each])]))}
          />
        )}
      </div>
      {asksForMembers(kind, subject) && (
        <PickSeveralField<ChangeTyped>
          name={`members${slot}`}
          label={t`Thành viên`}
          useFound={useBodiesFound}
        />
      )}
    </fieldset>
  )
}

interface ConfirmationProps {
  previewed: Previewed
  onBack: () => void
  onRecorded: () => void
}

/** What would happen, where people go, and the button that makes it happen. */
function Confirmation({ previewed: { read, preview }, onBack, onRecorded }: ConfirmationProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const panel = useRef<HTMLDivElement>(null)
  const keyFor = useIdempotencyKey()
  const { change, running, failure } = useChange(RecordAgencyChangeDocument, CHANGED_WITH)
  const [chosen, setChosen] = useState(NOTHING_CHOSEN)
  const [errors, setErrors] = useState<readonly UserError[]>([])
  useEffect(() => panel.current?.focus(), [])
  async function record() {
    const request = { change: changeOf(read, chosen), reason: read.reason }
    const answer = await change({ input: { ...request, idempotencyKey: keyFor(request) } })
    if (answer === null) return
    setErrors(answer.recordAgencyChange.userErrors)
    if (answer.recordAgencyChange.userErrors.length > 0) return
    onRecorded()
    void navigate({ to: "/co-quan/sap-xep" })
  }
  return (
    <div ref={panel} tabIndex={-1}>
      <Panel
        title={t`Nếu ghi nhận như trên`}
        note={t`Chưa có gì thay đổi. Trước ngày hiệu lực, tên và trách nhiệm của cơ quan cũ giữ nguyên ở mọi danh sách, số liệu và văn bản.`}
      >
        {read.effectiveOn < today() && (
          <Notice tone="information" title={t`Ghi sau ngày hiệu lực`}>
            <p>{t`Xem lại một ngày trước hôm nay vẫn thấy cơ quan chịu trách nhiệm như đã biết vào ngày đó; từ hôm nay, việc chuyển cho cơ quan tiếp nhận.`}</p>
          </Notice>
        )}
        <PreviewedChange preview={preview} chosen={chosen} choose={setChosen} />
        {errors.map(({ reason, field, message }) => (
          <Notice
            key={`${reason} ${field}`}
            tone="trouble"
            title={<span lang="vi">{message}</span>}
            actions={
              <Button variant="default" size="xs" onClick={onBack}>
                {t`Trở lại biểu mẫu`}
              </Button>
            }
          />
        ))}
        {failure && <FailureNotice failure={failure} partial={false} retry={() => void record()} />}
        <div className={formStyles.end}>
          <Button loading={running} onClick={() => void record()}>
            {t`Ghi nhận và áp dụng`}
          </Button>
        </div>
      </Panel>
    </div>
  )
}
