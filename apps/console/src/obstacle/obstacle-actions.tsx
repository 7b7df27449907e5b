import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useId, useState } from "react"
import { FileField } from "../evidence/file-field.tsx"
import { useDraftedForm } from "../form/drafted-form.ts"
import styles from "../form/form.module.css"
import { PickField } from "../form/pick-field.tsx"
import { RecordForm } from "../form/record-form.tsx"
import { LongTextField, TextField } from "../form/text-field.tsx"
import { useChange } from "../graph/change-graph.ts"
import { Panel } from "../shell/page.tsx"
import obstacleStyles from "./obstacle.module.css"
import { stepDocuments } from "./step-documents.ts"
import { EMPTY_STEP, NEEDS, type ObstacleMove, type StepTyped, stepForm } from "./step-form.ts"
import { useOpenObstaclesFound } from "./subjects-to-pick.ts"

/** What each step is called where one chooses it, and what its words are. */
const MOVE_NAMES: Readonly<Record<ObstacleMove, { choose: MessageDescriptor; words: MessageDescriptor }>> = {
  ACCEPT: { choose: msg`Tiếp nhận`, words: msg`Ý kiến tiếp nhận (không bắt buộc)` },
  RETURN: { choose: msg`Hỏi lại cơ quan`, words: msg`Câu hỏi` },
  REPLY: { choose: msg`Trả lời câu hỏi`, words: msg`Nội dung làm rõ` },
  DECLINE: { choose: msg`Không tiếp nhận`, words: msg`Lý do` },
  SEND_UP: { choose: msg`Trình Thành phố`, words: msg`Ý kiến của Sở trình Thành phố` },
  DECIDE: { choose: msg`Ghi quyết định của Thành phố`, words: msg`Nội dung quyết định` },
  ANSWER: { choose: msg`Trả lời cơ quan`, words: msg`Nội dung trả lời` },
  MERGE: { choose: msg`Gộp vào vướng mắc khác`, words: msg`Ghi chú (không bắt buộc)` },
  UNMERGE: { choose: msg`Tách lại`, words: msg`Lý do` },
  WITHDRAW: { choose: msg`Rút vướng mắc`, words: msg`Lý do` },
}

interface ObstacleActionsProps {
  obstacle: { id: string; version: number; possibleActions: readonly string[] }
  readAgain: () => Promise<unknown>
}

/** The steps that one may take now; nothing where there is none. */
export function ObstacleActions({ obstacle, readAgain }: ObstacleActionsProps) {
  const { t, i18n } = useLingui()
  const form = useId()
  const [chosen, setChosen] = useState<ObstacleMove | null>(null)
  const moves = obstacle.possibleActions as readonly ObstacleMove[]
  if (moves.length === 0) return null
  const move = chosen !== null && moves.includes(chosen) ? chosen : null
  return (
    <Panel title={t`Bước tiếp theo`}>
      <div className={obstacleStyles.choices}>
        {moves.map((each) => (
          <Button
            key={each}
            variant="default"
            size="xs"
            aria-expanded={each === move}
            aria-controls={form}
            onClick={() => setChosen(each === move ? null : each)}
          >
            {i18n._(MOVE_NAMES[each].choose)}
          </Button>
        ))}
      </div>
      <div id={form}>
        {move !== null && (
          <StepForm
            key={move}
            move={move}
            obstacle={obstacle}
            readAgain={readAgain}
            leave={() => setChosen(null)}
          />
        )}
      </div>
    </Panel>
  )
}

interface StepFormProps extends ObstacleActionsProps {
  move: ObstacleMove
  leave: () => void
}

function StepForm({ move, obstacle: { id, version }, readAgain, leave }: StepFormProps) {
  const { t, i18n } = useLingui()
  const { change, failure } = useChange(stepDocuments[move], ["obstacles"])
  const drafted = useDraftedForm(`obstacle/${id}/${move}`, stepForm(move), EMPTY_STEP)
  const { words, document, into } = NEEDS[move]
  const required = (need: "NEEDED" | "WELCOME" | "NONE") =>
    need === "NEEDED" ? ({ required: true } as const) : {}
  return (
    <RecordForm
      drafted={drafted}
      failure={failure}
      send={async (values, idempotencyKey) =>
        (await change({ input: { ...values, id, version, idempotencyKey } as never }))?.step ?? null
      }
      readAgain={readAgain}
      onDone={() => {
        leave()
        void readAgain()
      }}
      submit={i18n._(MOVE_NAMES[move].choose)}
      cancel={
        <Button variant="default" onClick={leave}>
          {t`Thôi`}
        </Button>
      }
    >
      {into && (
        <PickField<StepTyped>
          name="intoId"
          label={t`Gộp vào`}
          description={t`Câu trả lời sẽ gửi cho mọi cơ quan đã nêu`}
          useFound={useOpenObstaclesFound}
          required
        />
      )}
      <LongTextField<StepTyped> name="words" label={i18n._(MOVE_NAMES[move].words)} {...required(words)} />
      {document !== "NONE" && (
        <fieldset className={styles.group}>
          <legend>{document === "NEEDED" ? t`Văn bản` : t`Văn bản (không bắt buộc)`}</legend>
          <div className={styles.pair}>
            <TextField<StepTyped> name="number" label={t`Số, ký hiệu`} {...required(document)} />
            <TextField<StepTyped>
              name="issuedOn"
              type="date"
              label={t`Ngày ban hành`}
              {...required(document)}
            />
            <TextField<StepTyped> name="issuer" label={t`Cơ quan ban hành`} {...required(document)} />
            <TextField<StepTyped> name="link" type="url" label={t`Đường dẫn (không bắt buộc)`} />
          </div>
          <FileField<StepTyped> name="fileIds" label={t`Tệp văn bản (không bắt buộc)`} holder="tasks" />
        </fieldset>
      )}
    </RecordForm>
  )
}
