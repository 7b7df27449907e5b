import { useLingui } from "@lingui/react/macro"
import { Button, NativeSelect, TextInput } from "@mantine/core"
import { useDeferredValue, useRef, useState } from "react"
import { graphql } from "../__generated__/index.ts"
import { today } from "../calendar/today.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import formStyles from "../form/form.module.css"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"

const PeopleToAppointDocument = graphql(`
  query PeopleToAppoint($text: String, $on: Date!) {
    assignments(first: 30, filter: { text: $text, activeOn: $on }) {
      totalCount
      edges {
        node {
          id
          name
          email
          agency {
            id
            name
          }
        }
      }
    }
  }
`)

const AppointWatcherDocument = graphql(`
  mutation AppointWatcher($input: AppointWatcherInput!) {
    appointWatcher(input: $input) {
      trigger {
        ...DocumentWatch
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

interface AppointWatcherProps {
  document: { id: string; version: number; title: string }
}

/** Lets a coordinator choose who watches over a document; that person is told. */
export function AppointWatcher({ document }: AppointWatcherProps) {
  const { t } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={t`Giao người khác theo dõi: ${document.title}`}
        onClick={() => {
          setOpened(true)
          dialog.current?.showModal()
        }}
      >
        {t`Giao người khác`}
      </Button>
      <Choice document={document} dialog={dialog} opened={opened} />
    </>
  )
}

interface ChoiceProps extends AppointWatcherProps {
  dialog: React.RefObject<HTMLDialogElement | null>
  /** Whether it was ever opened: people are asked for only then. */
  opened: boolean
}

function Choice({ document: { id, version, title }, dialog, opened }: ChoiceProps) {
  const { t } = useLingui()
  const [chosen, setChosen] = useState("")
  const { change, failure } = useChange(AppointWatcherDocument, [])
  return (
    <ConfirmDialog
      dialog={dialog}
      title={t`Giao theo dõi “${title}”`}
      reason="WELCOME"
      confirm={t`Giao theo dõi`}
      about={{ version, chosen }}
      failure={failure}
      send={async (reason, idempotencyKey) =>
        (await change({ input: { id, version, assignmentId: chosen, reason, idempotencyKey } }))
          ?.appointWatcher ?? null
      }
      onDone={() => setChosen("")}
    >
      <p>{t`Người được giao nhận thông báo và thấy văn bản này trong danh sách của mình.`}</p>
      {opened && <People chosen={chosen} choose={setChosen} />}
    </ConfirmDialog>
  )
}

interface PeopleProps {
  chosen: string
  choose: (assignmentId: string) => void
}

function People({ chosen, choose }: PeopleProps) {
  const { t } = useLingui()
  const [words, setWords] = useState("")
  const text = useDeferredValue(words.trim())
  const { data } = useGraph(PeopleToAppointDocument, { text: text === "" ? null : text, on: today() })
  const people = data?.assignments?.edges.map(({ node }) => node) ?? []
  return (
    <div className={formStyles.group}>
      <TextInput
        label={t`Tìm người`}
        description={t`Tên hoặc thư điện tử`}
        value={words}
        onChange={({ currentTarget: { value } }) => setWords(value)}
      />
      <NativeSelect
        label={t`Người theo dõi`}
        required
        value={people.some(({ id }) => id === chosen) ? chosen : ""}
        onChange={({ currentTarget: { value } }) => choose(value)}
      >
        <option value="">
          {data === undefined || people.length > 0
            ? t`Chọn người`
            : text === ""
              ? t`Chưa phân công ai`
              : t`Không có người nào khớp`}
        </option>
        {people.map(({ id, name, email, agency }) => (
          <option key={id} value={id}>
            {[name, agency?.name ?? email].filter((part) => part != null).join(" · ")}
          </option>
        ))}
      </NativeSelect>
    </div>
  )
}
