import { useLingui } from "@lingui/react/macro"
import type { ClientUseFragment } from "../__generated__/graphql.ts"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Panel } from "../shell/page.tsx"
import styles from "./client.module.css"

const ClientUseDocument = graphql(`
  fragment ClientUse on ApiClient {
    use(days: 30) {
      day
      requests
      refused
    }
  }
`)

type Day = ClientUseFragment["use"][number]

/** How much a system asked on each of the last thirty days. */
export function ClientUse({ client }: { client: FragmentType<typeof ClientUseDocument> }) {
  const { t, i18n } = useLingui()
  const { use: days } = readFragment(ClientUseDocument, client)
  const requests = days.reduce((sum, day) => sum + day.requests, 0)
  const refused = days.reduce((sum, day) => sum + day.refused, 0)
  const most = Math.max(...days.map((day) => day.requests), 0)
  return (
    <Panel
      title={t`Mức sử dụng 30 ngày`}
      note={t`Số yêu cầu mỗi ngày; phần màu đỏ là số bị từ chối vì vượt hạn mức.`}
    >
      <p>{t`${i18n.number(requests)} yêu cầu, ${i18n.number(refused)} bị từ chối, nhiều nhất ${i18n.number(most)} trong một ngày`}</p>
      {most > 0 && <Bars days={days} most={most} />}
      <details>
        <summary>{t`Bảng số liệu`}</summary>
        <table className={styles.use}>
          <thead>
            <tr>
              <th scope="col">{t`Ngày`}</th>
              <th scope="col">{t`Yêu cầu`}</th>
              <th scope="col">{t`Bị từ chối`}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.day}>
                <td>
                  <PrintedDate date={day.day} />
                </td>
                <td>{i18n.number(day.requests)}</td>
                <td>{i18n.number(day.refused)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Panel>
  )
}

/** A bar's share of its day's width. */
const BAR = 0.7

function Bars({ days, most }: { days: readonly Day[]; most: number }) {
  const heightOf = (requests: number) => (100 * requests) / most
  const [first] = days
  const last = days.at(-1)
  return (
    <figure aria-hidden="true">
      <svg
        className={styles.chart}
        viewBox={`0 0 ${days.length} 100`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {days.map(({ day, requests, refused }, place) => (
          <g key={day}>
            <rect
              className={styles.granted}
              x={place + (1 - BAR) / 2}
              y={100 - heightOf(requests)}
              width={BAR}
              height={heightOf(requests)}
            />
            <rect
              className={styles.refused}
              x={place + (1 - BAR) / 2}
              y={100 - heightOf(refused)}
              width={BAR}
              height={heightOf(refused)}
            />
          </g>
        ))}
        <path className={styles.ground} d={`M0 100H${days.length}`} vectorEffect="non-scaling-stroke" />
      </svg>
      <figcaption className={styles.scale}>
        {first && <PrintedDate date={first.day} />}
        {last && <PrintedDate date={last.day} />}
      </figcaption>
    </figure>
  )
}
