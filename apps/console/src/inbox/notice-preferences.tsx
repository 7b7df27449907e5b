import { useLingui } from "@lingui/react/macro"
import { Button, Checkbox, Skeleton } from "@mantine/core"
import { useState } from "react"
import { NoticeTopic } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { useIdempotencyKey } from "../form/idempotency-key.ts"
import type { UserError } from "../form/user-error.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { useChange } from "../graph/change-graph.ts"
import { FailureNotice } from "../graph/failure-notice.tsx"
import { Panel } from "../shell/page.tsx"
import styles from "./inbox.module.css"
import { noticeTopicName, noticeTopics } from "./notice-topic-name.ts"

const NoticePreferenceDocument = graphql(`
  query NoticePreference {
    noticePreference {
      muted
      byEmail
      digest
      version
    }
  }
`)

const ChooseNoticesDocument = graphql(`
  mutation ChooseNotices($input: ChooseNoticesInput!) {
    chooseNotices(input: $input) {
      preference {
        muted
        byEmail
        digest
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

interface Chosen {
  muted: readonly NoticeTopic[]
  byEmail: boolean
  digest: boolean
  version: number
}

/** What somebody wishes to be told of, and by which way. */
export function NoticePreferences() {
  const { t } = useLingui()
  const answer = useGraph(NoticePreferenceDocument, {})
  return (
    <Panel title={t`Cách nhận thông báo`}>
      <Answered answer={answer} waiting={<Skeleton height={200} />}>
        {({ noticePreference }) =>
          noticePreference && <Choices standing={noticePreference} readAgain={answer.readAgain} />
        }
      </Answered>
    </Panel>
  )
}

const topics = noticeTopics.filter((topic) => topic !== NoticeTopic.Digest)

function Choices({ standing, readAgain }: { standing: Chosen; readAgain: () => Promise<unknown> }) {
  const { t, i18n } = useLingui()
  const keyFor = useIdempotencyKey()
  const [chosen, setChosen] = useState(standing)
  const [known, setKnown] = useState(standing.version)
  // Chosen in another window meanwhile
  if (standing.version > known) {
    setKnown(standing.version)
    setChosen(standing)
  }
  const [errors, setErrors] = useState<readonly UserError[]>([])
  const [saved, setSaved] = useState(false)
  const { change, running, failure } = useChange(ChooseNoticesDocument, [])
  const choose = (next: Partial<Chosen>) => {
    setSaved(false)
    setChosen({ ...chosen, ...next })
  }
  async function save() {
    const { muted, byEmail, digest, version } = chosen
    const content = { muted: [...muted], byEmail, digest, version }
    const data = await change({ input: { idempotencyKey: keyFor(content), ...content } })
    if (data === null) return
    const { preference, userErrors } = data.chooseNotices
    setErrors(userErrors)
    setSaved(userErrors.length === 0)
    if (preference) {
      setKnown(preference.version)
      setChosen(preference)
    } else void readAgain()
  }
  return (
    <form
      className={styles.preferences}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Checkbox.Group
        label={t`Nhận thông báo về`}
        value={topics.filter((topic) => !chosen.muted.includes(topic))}
        onChange={(wanted) => choose({ muted: topics.filter((topic) => !wanted.includes(topic)) })}
      >
        {topics.map((topic) => (
          <Checkbox key={topic} value={topic} label={i18n._(noticeTopicName[topic])} mt="xs" />
        ))}
      </Checkbox.Group>
      <Checkbox
        label={t`Gửi cả qua thư điện tử`}
        checked={chosen.byEmail}
        onChange={(event) => choose({ byEmail: event.currentTarget.checked })}
      />
      <Checkbox
        label={t`Nhận tổng hợp hằng tuần của cơ quan`}
        checked={chosen.digest}
        onChange={(event) => choose({ digest: event.currentTarget.checked })}
      />
      {errors.map(({ reason, message }) => (
        <p key={reason} role="alert" lang="vi">
          {message}
        </p>
      ))}
      {failure && <FailureNotice failure={failure} partial={false} retry={() => void save()} />}
      <Button type="submit" loading={running}>
        {t`Lưu lựa chọn`}
      </Button>
      <p role="status">{saved && t`Đã lưu lựa chọn.`}</p>
    </form>
  )
}
