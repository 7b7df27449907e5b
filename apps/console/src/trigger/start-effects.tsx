import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { today } from "../calendar/today.ts"
import { Absent } from "../facts/facts.tsx"
import { Notice } from "../notice/notice.tsx"
import styles from "./documents.module.css"
import { startChangeName } from "./trigger-names.ts"

const StartEffectsFragment = graphql(`
  fragment StartEffects on DocumentPreview {
    effects {
      task {
        id
        code
        title
        sensitive
      }
      change
      before {
        startsOn
        dueOn
      }
      after {
        startsOn
        dueOn
      }
      waitsFor {
        id
        title
      }
    }
    agencies {
      id
      name
    }
  }
`)

/** What a recording would do: to which tasks, from when, due when, and who is told. */
export function StartEffects({ preview }: { preview: FragmentType<typeof StartEffectsFragment> }) {
  const { t, i18n } = useLingui()
  const { effects, agencies } = readFragment(StartEffectsFragment, preview)
  const day = (date: string | undefined) =>
    date ? <PrintedDate date={date} /> : <Absent>{t`chưa có`}</Absent>
  return (
    <>
      {effects.some(({ task }) => task.sensitive) && (
        <Notice tone="caution" title={t`Có nhiệm vụ nhạy cảm`}>
          <p>{t`Không nhập nội dung thuộc bí mật nhà nước vào hệ thống này.`}</p>
        </Notice>
      )}
      <table className={styles.effects}>
        <caption className="for-readers">{t`Tác động đến từng nhiệm vụ`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Nhiệm vụ`}</th>
            <th scope="col">{t`Thay đổi`}</th>
            <th scope="col">{t`Bắt đầu`}</th>
            <th scope="col">{t`Hạn đề xuất`}</th>
          </tr>
        </thead>
        <tbody>
          {effects.map(({ task, change, before, after, waitsFor }) => (
            <tr key={task.id}>
              <td>
                <Link to="/nhiem-vu/$code" params={{ code: task.code }} lang="vi" className={styles.title}>
                  <strong>{task.code}.</strong> {task.title}
                </Link>
              </td>
              <td>
                {i18n._(startChangeName[change])}
                {waitsFor.map(({ id, title }) => (
                  <p key={id} lang="vi" className={styles.soft}>
                    {title}
                  </p>
                ))}
              </td>
              <td data-name={t`Bắt đầu`}>
                {day(after?.startsOn)}
                {before && change === "MOVES" && before.startsOn !== after?.startsOn && (
                  <p className={styles.soft}>
                    {t`trước đây`} <PrintedDate date={before.startsOn} />
                  </p>
                )}
              </td>
              <td data-name={t`Hạn đề xuất`}>
                {day(after?.dueOn)}
                {after && after.dueOn < today() && (change === "STARTS" || change === "MOVES") && (
                  <p className={styles.warm}>{t`đã qua: nhiệm vụ thành quá hạn`}</p>
                )}
                {before && change === "MOVES" && before.dueOn !== after?.dueOn && (
                  <p className={styles.soft}>
                    {t`trước đây`} <PrintedDate date={before.dueOn} />
                  </p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.soft}>
        {agencies.length === 0 ? (
          t`Không có cơ quan nào cần được báo.`
        ) : (
          <>
            {t`Được báo cho:`} <span lang="vi">{agencies.map(({ name }) => name).join("; ")}</span>
          </>
        )}
      </p>
    </>
  )
}
