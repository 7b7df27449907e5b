import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router"
import type { ObligationToExtendQuery } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { DeadlineWords } from "../deadline/deadline-words.tsx"
import { attachedFiles } from "../evidence/attached-file.ts"
import { FileField } from "../evidence/file-field.tsx"
import { ChoiceField } from "../form/choice-field.tsx"
import { useDraftedForm } from "../form/drafted-form.ts"
import { RecordForm } from "../form/record-form.tsx"
import { LongTextField, TextField } from "../form/text-field.tsx"
import { neededDay, neededWords, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { NotFound } from "../shell/not-found.tsx"
import { Page } from "../shell/page.tsx"
import { ReporterOnly } from "./reporter-only.tsx"

const ObligationToExtendDocument = graphql(`
  query ObligationToExtend($id: ID!) {
    obligation(id: $id) {
      id
      version
      agency {
        id
        name
      }
      task {
        id
        code
        title
        deadline {
          kind
          ...DeadlineWords
        }
        periods {
          key
        }
        phases {
          id
          name
        }
      }
    }
  }
`)

const RequestExtensionDocument = graphql(`
  mutation RequestExtension($input: RequestExtensionInput!) {
    requestExtension(input: $input) {
      extension {
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

type Obligation = NonNullable<ObligationToExtendQuery["obligation"]>

const extensionForm = z.object({
  dueOn: neededDay,
  reason: neededWords,
  fileIds: attachedFiles,
  periodKey: optionalWords,
  phaseId: optionalWords,
})

const EMPTY_EXTENSION: z.input<typeof extensionForm> = {
  dueOn: "",
  reason: "",
  fileIds: [],
  periodKey: "",
  phaseId: "",
}

const route = getRouteApi("/nhiem-vu/$code/gia-han/$obligation")

/** Asks for a later deadline, with the reason; the plan's own is kept whatever is decided. */
export function RequestExtension() {
  const { t } = useLingui()
  return (
    <ReporterOnly title={t`Xin gia hạn`}>
      <ExtensionToRequest />
    </ReporterOnly>
  )
}

function ExtensionToRequest() {
  const { t } = useLingui()
  const { code, obligation: id } = route.useParams()
  const answer = useGraph(ObligationToExtendDocument, { id })
  if (answer.data?.obligation === null && answer.failure === null) return <NotFound />
  return (
    <Page
      title={t`Xin gia hạn nhiệm vụ ${code}`}
      above={
        <>
          <Link to="/nhiem-vu">{t`Nhiệm vụ`}</Link> /{" "}
          <Link to="/nhiem-vu/$code" params={{ code }}>
            {code}
          </Link>
        </>
      }
    >
      <Answered answer={answer} waiting={<Skeleton height={320} />}>
        {({ obligation }) =>
          obligation &&
          answer.failure === null && <Requesting obligation={obligation} readAgain={answer.readAgain} />
        }
      </Answered>
    </Page>
  )
}

function Requesting({
  obligation,
  readAgain,
}: {
  obligation: Obligation
  readAgain: () => Promise<unknown>
}) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version, agency, task } = obligation
  const drafted = useDraftedForm(`extension/${id}`, extensionForm, EMPTY_EXTENSION)
  const { change, failure } = useChange(RequestExtensionDocument, [
    "task",
    "obligation",
    "obligations",
    "morning",
  ])
  const back = { to: "/nhiem-vu/$code", params: { code: task.code } } as const
  return (
    <>
      <p>
        <strong>
          <AgencyName agency={agency} />
        </strong>{" "}
        · <span lang="vi">{task.title}</span>
      </p>
      <DeadlineWords deadline={task.deadline} />
      <RecordForm
        drafted={drafted}
        failure={failure}
        readAgain={readAgain}
        send={async (values, idempotencyKey) =>
          (await change({ input: { ...values, obligationId: id, version, idempotencyKey } }))
            ?.requestExtension ?? null
        }
        onDone={() => void navigate(back)}
        submit={t`Gửi đề nghị`}
        cancel={<Link {...back}>{t`Thôi`}</Link>}
      >
        {task.deadline.kind === "ANNUAL" && (
          <ChoiceField<typeof EMPTY_EXTENSION>
            name="periodKey"
            label={t`Kỳ`}
            none={t`Kỳ hiện tại`}
            choices={Object.fromEntries(task.periods.map(({ key }) => [key, key]))}
          />
        )}
        {task.phases.length > 0 && (
          <ChoiceField<typeof EMPTY_EXTENSION>
            name="phaseId"
            label={t`Giai đoạn`}
            none={t`Chọn giai đoạn`}
            choices={Object.fromEntries(task.phases.map((phase) => [phase.id, phase.name]))}
          />
        )}
        <TextField<typeof EMPTY_EXTENSION> name="dueOn" type="date" label={t`Hạn đề nghị`} required />
        <LongTextField<typeof EMPTY_EXTENSION> name="reason" label={t`Lý do`} required />
        <FileField<typeof EMPTY_EXTENSION>
          name="fileIds"
          label={t`Tệp làm căn cứ`}
          description={t`Ví dụ văn bản đề nghị của cơ quan`}
          holder="tasks"
        />
      </RecordForm>
    </>
  )
}
