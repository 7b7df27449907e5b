import { useLingui } from "@lingui/react/macro"
import { NativeSelect, Skeleton } from "@mantine/core"
import { useEffect, useRef, useState } from "react"
import { graphql } from "../__generated__/index.ts"
import { Answered } from "../graph/answered.tsx"
import { useGraph } from "../graph/ask-graph.ts"
import { Panel } from "../shell/page.tsx"
import styles from "./publication.module.css"
import { type PublicationTyped, partsOf } from "./publish-form.ts"

const PublicationPreviewDocument = graphql(`
  query PublicationPreview($id: ID!, $parts: [PublishedPart!]!, $text: String, $language: PublicLanguage!) {
    round: reportingRound(id: $id) {
      id
      publicationPreview(parts: $parts, text: $text, language: $language)
    }
  }
`)

interface PublicationPreviewProps {
  id: string
  /** What was typed when it was asked for. */
  typed: PublicationTyped
}

/** The page as the public would see it, in a frame that can do nothing. */
export function PublicationPreview({ id, typed: { parts, text } }: PublicationPreviewProps) {
  const { t } = useLingui()
  const [language, setLanguage] = useState<"VI" | "EN">("VI")
  const answer = useGraph(PublicationPreviewDocument, { id, parts: partsOf(parts, text), text, language })
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Not returned: browsers answer with a promise, which is nothing to end by
    void shown.current?.scrollIntoView({ block: "start" })
  }, [])
  return (
    <div ref={shown}>
      <Panel
        title={t`Xem trước`}
        note={t`Đúng trang công chúng sẽ xem, trừ các tệp tải về và danh sách phiên bản.`}
        beside={
          <NativeSelect
            size="xs"
            aria-label={t`Ngôn ngữ của trang xem trước`}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value === "EN" ? "EN" : "VI")}
            data={[
              { value: "VI", label: "Tiếng Việt" },
              { value: "EN", label: "English" },
            ]}
          />
        }
      >
        <Answered answer={answer} waiting={<Skeleton height={480} />}>
          {({ round }) =>
            round?.publicationPreview && (
              <iframe
                className={styles.preview}
                title={t`Trang công chúng sẽ xem`}
                sandbox=""
                srcDoc={round.publicationPreview}
              />
            )
          }
        </Answered>
      </Panel>
    </div>
  )
}
