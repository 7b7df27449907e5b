import { useLingui } from "@lingui/react/macro"
import { Button, TextInput } from "@mantine/core"
import { useRef, useState } from "react"
import { FormProvider, type UseFormReturn, useForm } from "react-hook-form"
import type { DecideExtensionInput } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { type AttachedFile, attachedFiles } from "../evidence/attached-file.ts"
import { FileField } from "../evidence/file-field.tsx"
import { FileList } from "../evidence/file-list.tsx"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { z } from "../form/zod.ts"
import { useChange } from "../graph/change-graph.ts"
import { useMay } from "../session/permission.ts"
import { Panel } from "../shell/page.tsx"
import styles from "./progress.module.css"
import { Publication } from "./publication.tsx"

const ExtensionFragment = graphql(`
  fragment Extension on DeadlineExtension {
    id
    version
    agency {
      id
      name
    }
    dueOn
    reason
    files {
      id
      name
      size
      url
    }
    period
    phase {
      id
      name
    }
    onBehalf
    recordedOn
    recordedBy
    granted
    grantedDueOn
    decidedOn
    decidedBy
    decidedReason
    decidedFiles {
      id
      name
      size
      url
    }
    published
  }
`)

const DecideExtensionDocument = graphql(`
  mutation DecideExtension($input: DecideExtensionInput!) {
    decideExtension(input: $input) {
      extension {
        id
        version
        granted
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

interface ExtensionsProps {
  extensions: readonly FragmentType<typeof ExtensionFragment>[]
}

/** What was asked for and decided about a later deadline; nothing where nobody has asked. */
export function Extensions({ extensions }: ExtensionsProps) {
  const { t } = useLingui()
  if (extensions.length === 0) return null
  return (
    <Panel
      title={t`Gia hạn`}
      note={t`Hạn gốc của Kế hoạch luôn được giữ; số liệu tính được theo cả hai hạn.`}
    >
      <ul className={styles.reports}>
        {extensions.map((extension) => {
          const { id } = readFragment(ExtensionFragment, extension)
          return <Extension key={id} extension={extension} />
        })}
      </ul>
    </Panel>
  )
}

function Extension({ extension: masked }: { extension: FragmentType<typeof ExtensionFragment> }) {
  const { t } = useLingui()
  const extension = readFragment(ExtensionFragment, masked)
  const mayDecide = useMay("progress:write")
  return (
    <li data-extension={outcomeOf(extension)}>
      <p className={styles.saying}>
        <strong>
          <AgencyName agency={extension.agency} />
        </strong>
        <span>
          {t`xin lùi đến`} <PrintedDate date={extension.dueOn} />
        </span>
        <ExtensionOutcome extension={extension} />
      </p>
      <p lang="vi">{extension.reason}</p>
      <FileList files={extension.files} />
      <p className={styles.who}>
        <PrintedDate date={extension.recordedOn} />
        {extension.recordedBy && <span>{extension.recordedBy}</span>}
      </p>
      {extension.decidedReason && (
        <p className={styles.who}>
          {t`Ý kiến:`} <span lang="vi">{extension.decidedReason}</span>
        </p>
      )}
      <FileList files={extension.decidedFiles} />
      <p className={styles.who}>
        {extension.period && <span>{extension.period}</span>}
        {extension.phase && <span lang="vi">{extension.phase.name}</span>}
        {extension.onBehalf && <span className={styles.mark}>{t`Sở KH&CN ghi thay`}</span>}
      </p>
      <Publication kind="EXTENSION" fact={extension} />
      {mayDecide && outcomeOf(extension) === "REQUESTED" && <ExtensionDecision extension={extension} />}
    </li>
  )
}

interface Decision {
  granted?: boolean | null
  grantedDueOn?: string | null
  decidedOn?: string | null
  decidedBy?: string | null
}

function outcomeOf({ granted }: Decision): "REQUESTED" | "GRANTED" | "REFUSED" {
  if (granted == null) return "REQUESTED"
  return granted ? "GRANTED" : "REFUSED"
}

function ExtensionOutcome({ extension }: { extension: Decision }) {
  const { t } = useLingui()
  const { grantedDueOn, decidedOn, decidedBy } = extension
  if (outcomeOf(extension) === "REQUESTED")
    return (
      <span className={styles.mark} data-tone="waiting">
        {t`chờ quyết định`}
      </span>
    )
  return (
    <span className={styles.mark}>
      {grantedDueOn ? (
        <>
          {t`chấp thuận đến`} <PrintedDate date={grantedDueOn} />
        </>
      ) : (
        t`không chấp thuận`
      )}
      {decidedOn && (
        <>
          {" · "}
          <PrintedDate date={decidedOn} />
        </>
      )}
      {decidedBy && ` · ${decidedBy}`}
    </span>
  )
}

interface ExtensionDecisionProps {
  extension: { id: string; version: number; dueOn: string }
}

interface DecisionTyped {
  fileIds: AttachedFile[]
}

const decisionForm = z.object({ fileIds: attachedFiles })

/** Files on which a decision rests, picked in its dialog. */
function DecisionFiles({ form }: { form: UseFormReturn<DecisionTyped> }) {
  const { t } = useLingui()
  return (
    <FormProvider {...form}>
      <FileField<DecisionTyped> name="fileIds" label={t`Tệp làm căn cứ (không bắt buộc)`} holder="tasks" />
    </FormProvider>
  )
}

/** Grants a later day, that which was asked for or another, or refuses it with the reason. */
function ExtensionDecision({ extension: { id, version, dueOn } }: ExtensionDecisionProps) {
  const { t } = useLingui()
  const granting = useRef<HTMLDialogElement>(null)
  const refusing = useRef<HTMLDialogElement>(null)
  const granted = useForm<DecisionTyped>({ defaultValues: { fileIds: [] } })
  const refused = useForm<DecisionTyped>({ defaultValues: { fileIds: [] } })
  const [day, setDay] = useState(dueOn)
  const decision = useChange(DecideExtensionDocument, [
    "task",
    "obligation",
    "obligations",
    "morning",
    "agenciesToRemind",
    "escalatedObligations",
  ])
  const decide = async (
    form: UseFormReturn<DecisionTyped>,
    input: Omit<DecideExtensionInput, "id" | "version" | "fileIds">,
  ) => {
    const read = decisionForm.safeParse(form.getValues())
    if (!read.success) {
      const message = read.error.issues[0]?.message ?? ""
      return { userErrors: [{ reason: "FILE_NOT_READY", field: "fileIds", message }] }
    }
    const answer = await decision.change({ input: { ...input, ...read.data, id, version } })
    return answer?.decideExtension ?? null
  }
  return (
    <div className={`${styles.actions} not-printed`}>
      <Button size="xs" onClick={() => granting.current?.showModal()}>
        {t`Chấp thuận`}
      </Button>
      <Button variant="default" size="xs" onClick={() => refusing.current?.showModal()}>
        {t`Không chấp thuận`}
      </Button>
      <ConfirmDialog
        dialog={granting}
        title={t`Chấp thuận gia hạn`}
        reason="WELCOME"
        confirm={t`Chấp thuận`}
        failure={decision.failure}
        about={{ version, day, files: idsIn(granted.watch("fileIds")) }}
        send={(reason, idempotencyKey) =>
          decide(granted, { granted: true, dueOn: day, reason, idempotencyKey })
        }
        onDone={() => undefined}
      >
        <TextInput
          type="date"
          label={t`Hạn mới`}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          required
        />
        <DecisionFiles form={granted} />
      </ConfirmDialog>
      <ConfirmDialog
        dialog={refusing}
        title={t`Không chấp thuận gia hạn`}
        reason="NEEDED"
        confirm={t`Không chấp thuận`}
        failure={decision.failure}
        about={{ version, files: idsIn(refused.watch("fileIds")) }}
        send={(reason, idempotencyKey) =>
          decide(refused, { granted: false, dueOn: null, reason, idempotencyKey })
        }
        onDone={() => undefined}
      >
        <p>{t`Cơ quan vẫn theo hạn đang có; lý do được ghi cho cơ quan biết.`}</p>
        <DecisionFiles form={refused} />
      </ConfirmDialog>
    </div>
  )
}

function idsIn(files: readonly AttachedFile[]): (string | null)[] {
  return files.map(({ id }) => id)
}
