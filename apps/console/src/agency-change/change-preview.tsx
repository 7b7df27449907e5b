import { useLingui } from "@lingui/react/macro"
import { NativeSelect } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { PrintedDate } from "../calendar/printed-date.tsx"
import { indicatorSearch } from "../indicator/indicator-search.ts"
import { Notice } from "../notice/notice.tsx"
import { roleName } from "../session/role-name.ts"
import { taskSearch } from "../task/task-search.ts"
import styles from "./agency-change.module.css"
import { type ChangePreview, COUNTED } from "./ask-preview.ts"
import type { Chosen } from "./change-form.ts"
import { DividedWork } from "./divided-work.tsx"

interface ChangePreviewProps {
  preview: ChangePreview
  chosen: Chosen
  choose: (chosen: Chosen) => void
}

/** What a change of agencies would do: what moves to whom, and where people go. */
export function PreviewedChange({ preview, chosen, choose }: ChangePreviewProps) {
  const { t } = useLingui()
  return (
    <>
      {preview.moves.length > 0 && <Moves preview={preview} />}
      {preview.successors
        .filter(({ agency }) => agency == null)
        .map(({ code, name, groups }) => (
          <p key={code}>
            {t`Cơ quan mới:`} <strong lang="vi">{name}</strong>
            {groups.length > 0 && (
              <span lang="vi"> · {t`thuộc nhóm ${groups.map((group) => group.name).join(", ")}`}</span>
            )}
          </p>
        ))}
      {preview.successors.map(({ code, name, members }) => (
        <Members key={code} heading={t`Vào ${name}`} members={members} />
      ))}
      <Members heading={t`Vào nhóm`} members={preview.joining} />
      <Members heading={t`Ra khỏi nhóm`} members={preview.leaving} />
      {preview.moves.length > 0 && preview.successors.length > 1 && (
        <DividedWork preview={preview} chosen={chosen} choose={choose} />
      )}
      {preview.people.length > 0 && <People preview={preview} chosen={chosen} choose={choose} />}
      {preview.moves.some(({ successors }) => successors.length === 0) && (
        <Notice tone="caution" title={t`Không cơ quan nào nhận việc`}>
          <p>{t`Từ ngày hiệu lực, các việc nêu trên không có cơ quan nào chịu trách nhiệm.`}</p>
        </Notice>
      )}
    </>
  )
}

interface MembersProps {
  heading: string
  members: readonly { id: string; name: string }[]
}

function Members({ heading, members }: MembersProps) {
  if (members.length === 0) return null
  return (
    <>
      <h3 className={styles.sub} lang="vi">
        {heading} ({members.length})
      </h3>
      <p lang="vi">{members.map(({ name }) => name).join("; ")}</p>
    </>
  )
}

/** Each number leads to its list, beside the form: the preview is in no address. */
function Moves({ preview }: Pick<ChangePreviewProps, "preview">) {
  const { t } = useLingui()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached from the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t`Việc chuyển cho cơ quan nào`}>
      <table className={styles.moves}>
        <thead>
          <tr>
            <th scope="col">{t`Cơ quan kết thúc`}</th>
            <th scope="col">{t`Đến hết ngày`}</th>
            <th scope="col" className={styles.number}>{t`Nhiệm vụ chủ trì`}</th>
            <th scope="col" className={styles.number}>{t`Kể cả qua nhóm`}</th>
            <th scope="col" className={styles.number}>{t`Chỉ tiêu`}</th>
            <th scope="col" className={styles.number}>{t`Vướng mắc đang mở`}</th>
            <th scope="col" className={styles.number}>{t`Người`}</th>
            <th scope="col">{t`Chuyển cho`}</th>
          </tr>
        </thead>
        <tbody>
          {preview.moves.map(({ agency, lastDay, successors }) => (
            <tr key={agency.id}>
              <th scope="row" lang="vi">
                {agency.name}
              </th>
              <td>
                <PrintedDate date={lastDay} />
              </td>
              <td className={styles.number}>
                <Link
                  to="/nhiem-vu"
                  search={taskSearch.write({ lead: [agency.code], ...COUNTED.named })}
                  target="_blank"
                  aria-label={t`${agency.ledTasks.totalCount} nhiệm vụ chủ trì`}
                >
                  {agency.ledTasks.totalCount}
                </Link>
              </td>
              <td className={styles.number}>
                <Link
                  to="/nhiem-vu"
                  search={taskSearch.write({ lead: [agency.code], ...COUNTED.throughGroups })}
                  target="_blank"
                  aria-label={t`${agency.owedTasks.totalCount} nhiệm vụ chủ trì, kể cả qua nhóm`}
                >
                  {agency.owedTasks.totalCount}
                </Link>
              </td>
              <td className={styles.number}>
                <Link
                  to="/chi-tieu"
                  search={indicatorSearch.write({ lead: [agency.code], ...COUNTED.followed })}
                  target="_blank"
                  aria-label={t`${agency.indicators.totalCount} chỉ tiêu`}
                >
                  {agency.indicators.totalCount}
                </Link>
              </td>
              <td className={styles.number}>{agency.openObstacles}</td>
              <td className={styles.number}>
                {preview.people.filter(({ assignment }) => assignment.agency?.id === agency.id).length}
              </td>
              <td lang="vi">
                {successors.length === 0
                  ? t`không cơ quan nào`
                  : successors.map(({ name }) => name).join("; ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What stands for the end of an assignment in a choice; no body has such a code. */
const ENDS = "-"

function People({ preview, chosen: all, choose }: ChangePreviewProps) {
  const { t, i18n } = useLingui()
  return (
    <>
      <h3 className={styles.sub}>{t`Người được phân công`}</h3>
      <ul className={styles.people}>
        {preview.people.map(({ assignment: { id, name, role, agency }, to, undecided }) => {
          const chosen = all.people.has(id) ? (all.people.get(id) ?? ENDS) : undecided ? "" : (to ?? ENDS)
          return (
            <li key={id}>
              <span>
                {name}
                <span className={styles.soft} lang="vi">
                  {" "}
                  · {i18n._(roleName[role])} · {agency?.name}
                </span>
              </span>
              <NativeSelect
                aria-label={t`Nơi đến của ${name}`}
                value={chosen}
                onChange={({ currentTarget: { value } }) =>
                  value !== "" &&
                  choose({ ...all, people: new Map([...all.people, [id, value === ENDS ? null : value]]) })
                }
              >
                {undecided && <option value="">{t`Chọn nơi đến`}</option>}
                {preview.successors.map(({ code, name: successor }) => (
                  <option key={code} value={code}>
                    {successor}
                  </option>
                ))}
                <option value={ENDS}>{t`Kết thúc phân công`}</option>
              </NativeSelect>
            </li>
          )
        })}
      </ul>
    </>
  )
}
