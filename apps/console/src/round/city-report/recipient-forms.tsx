import { useLingui } from "@lingui/react/macro"
import { Skeleton } from "@mantine/core"
import { useId } from "react"
import type { RecipientFormsQuery } from "../../__generated__/graphql.ts"
import { graphql } from "../../__generated__/index.ts"
import { Answered } from "../../graph/answered.tsx"
import { useGraph } from "../../graph/ask-graph.ts"
import { DownloadButton } from "../../graph/download-button.tsx"
import { useNames } from "../../language/use-names.ts"
import { Panel } from "../../shell/page.tsx"
import styles from "./city-report.module.css"
import { recipientName } from "./recipient-names.ts"

const RecipientFormsDocument = graphql(`
  query RecipientForms($id: ID!) {
    round: reportingRound(id: $id) {
      id
      synthesis {
        forms {
          recipient
          title
          source
          columns
          outside
          rows {
            name
            assigned
            counts
            outside
          }
        }
      }
    }
  }
`)

const RecipientFormFilesDocument = graphql(`
  query RecipientFormFiles($id: ID!) {
    round: reportingRound(id: $id) {
      id
      synthesis {
        forms {
          recipient
          file {
            name
            mediaType
            base64
          }
        }
      }
    }
  }
`)

type Form = NonNullable<NonNullable<RecipientFormsQuery["round"]>["synthesis"]>["forms"][number]

/** The same data in the forms of other recipients. */
export function RecipientForms({ id }: { id: string }) {
  const { t } = useLingui()
  const answer = useGraph(RecipientFormsDocument, { id })
  return (
    <Panel title={t`Biểu của các nơi nhận khác`}>
      <Answered answer={answer} waiting={<Skeleton height={120} />}>
        {({ round }) =>
          round?.synthesis?.forms.map((form) => <FilledForm key={form.recipient} id={id} form={form} />)
        }
      </Answered>
    </Panel>
  )
}

function FilledForm({ id, form }: { id: string; form: Form }) {
  const { t, i18n } = useLingui()
  const names = useNames(recipientName)
  const caption = useId()
  const { recipient, title, source, columns, outside, rows } = form
  const printed = (count: number) => count.toLocaleString(i18n.locale)
  return (
    <details className={styles.form} data-form={recipient}>
      <summary>
        {names[recipient]}: <span lang="vi">{title}</span>
      </summary>
      <p className={styles.author} lang="vi">
        {source}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-labelledby={caption}>
        <table>
          <caption id={caption} lang="vi">
            {title}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t`Nội dung`}</th>
              <th scope="col">{t`Tổng số được giao`}</th>
              {columns.map((column) => (
                <th key={column} scope="col" lang="vi">
                  {column}
                </th>
              ))}
              <th scope="col" lang="vi">
                {outside}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, assigned, counts, outside: others }) => (
              <tr key={name}>
                <th scope="row" lang="vi">
                  {name}
                </th>
                <td>{printed(assigned)}</td>
                {counts.map((count, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have one order
                  <td key={place}>{printed(count)}</td>
                ))}
                <td>{printed(others)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <DownloadButton
        document={RecipientFormFilesDocument}
        variables={{ id }}
        fileOf={({ round }) => round?.synthesis?.forms.find((each) => each.recipient === recipient)?.file}
      >
        {t`Tải biểu (Excel)`}
      </DownloadButton>
    </details>
  )
}
