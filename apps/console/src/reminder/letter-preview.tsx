import { useLingui } from "@lingui/react/macro"
import { Link } from "@tanstack/react-router"
import { type FragmentType, graphql, readFragment } from "../__generated__/index.ts"
import { AgencyName } from "../agency/agency-name.tsx"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { Panel } from "../shell/page.tsx"
import { TaskStatusMark } from "../task/task-status-mark.tsx"
import styles from "./reminder.module.css"

const LetterPreviewFragment = graphql(`
  fragment LetterPreview on ReminderLetter {
    fullNumber
    datedOn
    signerOffice
    signerName
    about
    opening
    closing
    agency {
      id
      name
    }
    items {
      status
      dueOn
      silentSince
      ordinal
      task {
        id
        code
        title
      }
    }
  }
`)

/** What a letter says, as on paper. */
export function LetterPreview({ letter: masked }: { letter: FragmentType<typeof LetterPreviewFragment> }) {
  const { t } = useLingui()
  const letter = readFragment(LetterPreviewFragment, masked)
  return (
    <Panel title={t`Nội dung công văn`} note={t`Tệp Word trình bày theo Nghị định 30/2020/NĐ-CP.`}>
      <div className={styles.paper} lang="vi">
        <div className={styles.head}>
          <div>
            <p>
              <strong>SỞ KHOA HỌC VÀ CÔNG NGHỆ</strong>
            </p>
            <p>Số: {letter.fullNumber}</p>
            <p>V/v {letter.about}</p>
          </div>
          <div>
            <p>
              <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
            </p>
            <p>
              <strong>Độc lập - Tự do - Hạnh phúc</strong>
            </p>
            <p className={styles.date}>
              Hà Nội, <PrintedDate date={letter.datedOn} />
            </p>
          </div>
        </div>
        <p>
          Kính gửi: <AgencyName agency={letter.agency} />
        </p>
        <p>{letter.opening}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <section className={styles.scroll} aria-label={t`Nhiệm vụ được đôn đốc`} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">STT</th>
                <th scope="col">Nhiệm vụ</th>
                <th scope="col">Thời hạn</th>
                <th scope="col">Tình trạng</th>
                <th scope="col">Lần đôn đốc</th>
              </tr>
            </thead>
            <tbody>
              {letter.items.map((item, place) => (
                <tr key={item.task.id}>
                  <td>{place + 1}</td>
                  <td>
                    <Link to="/nhiem-vu/$code" params={{ code: item.task.code }}>
                      {item.task.code}. {item.task.title}
                    </Link>
                  </td>
                  <td>{item.dueOn && <PrintedDate date={item.dueOn} />}</td>
                  <td>
                    <TaskStatusMark status={item.status} />
                    {item.silentSince && (
                      <>
                        {" "}
                        Chưa báo cáo từ <PrintedDate date={item.silentSince} />
                      </>
                    )}
                  </td>
                  <td>{item.ordinal}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p>{letter.closing}</p>
        <div className={styles.sign}>
          <p>
            <strong>{letter.signerOffice.toUpperCase()}</strong>
          </p>
          <p>{letter.signerName ?? "…"}</p>
        </div>
      </div>
    </Panel>
  )
}
