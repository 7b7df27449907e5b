import { useLingui } from "@lingui/react/macro"
import { Button, Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import { useRef } from "react"
import type { ReminderDetailQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { PrintedDate, printedDate } from "../calendar/printed-date.tsx"
import { today } from "../calendar/today.ts"
import { Fact, Facts } from "../facts/facts.tsx"
import { ChangeForm } from "../form/change-form.tsx"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import formStyles from "../form/form.module.css"
import { TextField } from "../form/text-field.tsx"
import { neededDay, neededWords, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { useUnreadTitle } from "../graph/unread-title.ts"
import { useMay } from "../session/permission.ts"
import { Restricted } from "../session/restricted.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { Page, Panel } from "../shell/page.tsx"
import { DownloadLetter } from "./download-letter.tsx"
import { LetterPreview } from "./letter-preview.tsx"
import styles from "./reminder.module.css"
import { reminderStateName } from "./reminder-names.ts"
import { ReminderTimeline } from "./reminder-timeline.tsx"

const ReminderDetailDocument = graphql(`
  query ReminderDetail($id: ID!) {
    reminder(id: $id) {
      id
      version
      state
      number
      symbol
      fullNumber
      datedOn
      answerBy
      signerOffice
      signerName
      sentOn
      agency {
        id
        name
      }
      ...LetterPreview
    }
  }
`)

const ChangeReminderDocument = graphql(`
  mutation ChangeReminder($input: ChangeReminderInput!) {
    changeReminder(input: $input) {
      reminder {
        id
        version
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const SendReminderDocument = graphql(`
  mutation SendReminder($input: SendReminderInput!) {
    sendReminder(input: $input) {
      reminder {
        id
        version
        state
        sentOn
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const WithdrawReminderDocument = graphql(`
  mutation WithdrawReminder($input: WithdrawReminderInput!) {
    withdrawReminder(input: $input) {
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const route = getRouteApi("/don-doc/$id")
const OUTDATED = ["reminders", "obligationsToRemind", "agenciesToRemind", "escalatedObligations", "task"]

/** One letter: as it will be read, its number and signer while it is a draft, the Word file, and marking it sent. */
export function ReminderDetail() {
  const { t } = useLingui()
  return (
    <Restricted to={["reminders:read", "reminders:read:own"]} title={t`Công văn đôn đốc`}>
      <LetterRead />
    </Restricted>
  )
}

function LetterRead() {
  const { t, i18n } = useLingui()
  const { id } = route.useParams()
  const writes = useMay("reminders:write")
  const answer = useGraph(ReminderDetailDocument, { id })
  const unread = useUnreadTitle(answer)
  if (answer.data?.reminder === null && answer.failure === null) return <NotFound />
  const letter = answer.data?.reminder
  return (
    <Page
      title={letter ? t`Công văn ${letter.fullNumber}` : unread}
      above={<Link to="/don-doc">{t`Đôn đốc`}</Link>}
    >
      <Answered answer={answer} waiting={<Skeleton height={480} />}>
        {({ reminder }) =>
          reminder && (
            <>
              <Panel
                title={i18n._(reminderStateName[reminder.state])}
                beside={
                  <div className={styles.actions}>
                    <DownloadLetter id={id} />
                    {writes && reminder.state === "DRAFT" && (
                      <DraftActions letter={reminder} readAgain={answer.readAgain} />
                    )}
                  </div>
                }
              >
                <Facts>
                  <Fact name={t`Gửi`}>
                    <AgencyName agency={reminder.agency} />
                  </Fact>
                  {reminder.sentOn && (
                    <Fact name={t`Đã gửi ngày`}>
                      <PrintedDate date={reminder.sentOn} />
                    </Fact>
                  )}
                </Facts>
              </Panel>
              {writes && reminder.state === "DRAFT" && (
                <LetterChange letter={reminder} readAgain={answer.readAgain} />
              )}
              <LetterPreview letter={reminder} />
            </>
          )
        }
      </Answered>
      {answer.data?.reminder && <ReminderTimeline id={answer.data.reminder.id} />}
    </Page>
  )
}

type Letter = NonNullable<ReminderDetailQuery["reminder"]>

interface LetterProps {
  letter: Letter
  readAgain: () => Promise<unknown>
}

function DraftActions({ letter: { id, version, fullNumber, datedOn }, readAgain }: LetterProps) {
  const { t, i18n } = useLingui()
  const date = printedDate(datedOn, i18n.locale)
  const navigate = useNavigate()
  const sending = useRef<HTMLDialogElement>(null)
  const withdrawing = useRef<HTMLDialogElement>(null)
  const sent = useChange(SendReminderDocument, OUTDATED)
  const withdrawn = useChange(WithdrawReminderDocument, OUTDATED)
  return (
    <>
      <Button size="xs" onClick={() => sending.current?.showModal()}>
        {t`Đánh dấu đã gửi`}
      </Button>
      <Button variant="default" size="xs" onClick={() => withdrawing.current?.showModal()}>
        {t`Rút dự thảo`}
      </Button>
      <ConfirmDialog
        dialog={sending}
        title={t`Đánh dấu công văn ${fullNumber} đã gửi`}
        reason="WELCOME"
        confirm={t`Đánh dấu đã gửi`}
        failure={sent.failure}
        about={{ version }}
        send={async (reason, idempotencyKey) =>
          (await sent.change({ input: { id, version, reason, idempotencyKey } }))?.sendReminder ?? null
        }
        onDone={() => void readAgain()}
      >
        <p>
          {t`Mỗi nhiệm vụ nêu trong công văn được tính thêm một lần đôn đốc; sau ba lần, nhiệm vụ vào danh sách của lãnh đạo Thành phố. Không hoàn tác được.`}
        </p>
        {datedOn < today() && (
          <p>{t`Công văn ghi ngày ${date}: việc chậm được xét theo ngày đó. Nếu nay mới gửi, hãy sửa ngày trước.`}</p>
        )}
      </ConfirmDialog>
      <ConfirmDialog
        dialog={withdrawing}
        title={t`Rút dự thảo ${fullNumber}`}
        reason="NEEDED"
        confirm={t`Rút dự thảo`}
        failure={withdrawn.failure}
        about={{ version }}
        send={async (reason, idempotencyKey) =>
          (await withdrawn.change({ input: { id, version, reason, idempotencyKey } }))?.withdrawReminder ??
          null
        }
        onDone={() => void navigate({ to: "/don-doc" })}
      >
        <p>{t`Dự thảo biến mất khỏi danh sách, số công văn dùng lại được; nhật ký vẫn giữ nội dung.`}</p>
      </ConfirmDialog>
    </>
  )
}

const letterForm = z.object({
  number: neededWords.pipe(z.coerce.number<string>().int()),
  symbol: neededWords,
  datedOn: neededDay,
  answerBy: neededDay,
  signerOffice: neededWords,
  signerName: optionalWords,
  reason: optionalWords,
})
type LetterTyped = z.input<typeof letterForm>

function LetterChange({ letter, readAgain }: LetterProps) {
  const { t } = useLingui()
  const { id, version } = letter
  const { change, failure } = useChange(ChangeReminderDocument, ["reminders"])
  const standing: LetterTyped = {
    number: String(letter.number),
    symbol: letter.symbol,
    datedOn: letter.datedOn,
    answerBy: letter.answerBy,
    signerOffice: letter.signerOffice,
    signerName: letter.signerName ?? "",
    reason: "",
  }
  return (
    <Panel title={t`Số, ngày và người ký`}>
      <ChangeForm
        name={`reminder/${id}`}
        schema={letterForm}
        standing={standing}
        failure={failure}
        readAgain={readAgain}
        send={async (values, idempotencyKey) =>
          (await change({ input: { ...values, id, version, idempotencyKey } }))?.changeReminder ?? null
        }
        onDone={() => void readAgain()}
        cancel={null}
      >
        <div className={formStyles.pair}>
          <TextField<LetterTyped> name="number" type="number" label={t`Số`} required />
          <TextField<LetterTyped>
            name="symbol"
            label={t`Ký hiệu`}
            description={t`Viết tắt cơ quan và đơn vị soạn thảo, ví dụ SKHCN-KHTC`}
            required
          />
          <TextField<LetterTyped> name="datedOn" type="date" label={t`Ngày công văn`} required />
          <TextField<LetterTyped> name="answerBy" type="date" label={t`Hạn trả lời`} required />
          <TextField<LetterTyped> name="signerOffice" label={t`Chức vụ người ký`} required />
          <TextField<LetterTyped>
            name="signerName"
            label={t`Họ tên người ký`}
            description={t`Cần có trước khi đánh dấu đã gửi`}
          />
        </div>
      </ChangeForm>
    </Panel>
  )
}
