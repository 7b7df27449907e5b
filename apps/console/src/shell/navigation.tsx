import { useLingui } from "@lingui/react/macro"
import { Link, type LinkProps, useLocation } from "@tanstack/react-router"
import { useEffect, useId, useRef, useState } from "react"
import { useMay } from "../session/permission.ts"
import styles from "./navigation.module.css"

/** The screens one starts from: in a row where there is room, behind one button where there is not. */
export function Navigation() {
  const { t } = useLingui()
  const list = useId()
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving anywhere closes the list
  useEffect(() => setOpen(false), [pathname])
  return (
    <nav
      className={styles.navigation}
      aria-label={t`Chính`}
      onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
    >
      <button
        type="button"
        className={styles.menu}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        <svg
          viewBox="0 0 20 20"
          width="18"
          height="18"
          stroke="currentColor"
          strokeWidth="2"
          aria-hidden="true"
        >
          <path d="M2 5h16M2 10h16M2 15h16" />
        </svg>
        <span className={styles.menuName}>{t`Danh mục`}</span>
      </button>
      <ul id={list} className={styles.list} data-open={open}>
        <li>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>{t`Tổng quan`}</Link>
        </li>
        <li>
          <Link to="/nhiem-vu" activeOptions={{ includeSearch: false }}>{t`Nhiệm vụ`}</Link>
        </li>
        <li>
          <Link to="/chi-tieu" activeOptions={{ includeSearch: false }}>{t`Chỉ tiêu`}</Link>
        </li>
        <li>
          <Link to="/co-quan" activeOptions={{ includeSearch: false }}>{t`Cơ quan`}</Link>
        </li>
        <li>
          <Link to="/hop-tac" activeOptions={{ includeSearch: false }}>{t`Hợp tác quốc tế`}</Link>
        </li>
        <li>
          <Link to="/van-ban-cho" activeOptions={{ includeSearch: false }}>{t`Văn bản chờ`}</Link>
        </li>
        <li>
          <Link to="/ke-hoach" activeOptions={{ includeSearch: false }}>{t`Kế hoạch`}</Link>
        </li>
        <Following />
        <Management />
      </ul>
    </nav>
  )
}

/** The daily work of those who follow the plan; nothing for everybody else. */
function Following() {
  const { t } = useLingui()
  return (
    <ScreenGroup
      name={t`Theo dõi`}
      screens={[
        ["/sang-nay", t`Sáng nay`, useMay("progress:read", "progress:read:own")],
        ["/xac-minh", t`Xác minh`, useMay("progress:write")],
        ["/vuong-mac", t`Vướng mắc`, useMay("obstacles:read", "obstacles:read:own")],
        ["/don-doc", t`Đôn đốc`, useMay("reminders:read", "reminders:read:own")],
        ["/ky-bao-cao", t`Kỳ báo cáo`, useMay("reports:read", "reports:read:own")],
        ["/danh-gia", t`Đánh giá`, useMay("scorecards:read", "scorecards:read:own")],
      ]}
    />
  )
}

/** The screens of those who look after people, systems and the history; nothing for everybody else. */
function Management() {
  const { t } = useLingui()
  return (
    <ScreenGroup
      name={t`Quản lý`}
      screens={[
        ["/phan-cong", t`Phân công`, useMay("assignments:read")],
        ["/co-quan/sap-xep", t`Sắp xếp cơ quan`, useMay("agencies:write")],
        ["/lich-lam-viec", t`Lịch làm việc`, useMay("reminders:write")],
        ["/he-thong", t`Hệ thống kết nối`, useMay("clients:read")],
        ["/thu-thong-bao", t`Thư thông báo`, useMay("deliveries:read")],
        ["/nhat-ky", t`Nhật ký`, useMay("audit:read")],
      ]}
    />
  )
}

/** Screens below those that stand in the bar themselves; their place is marked there. */
const SECTIONS = /^\/co-quan(\/|$)/

/** Screens that are reached from one of a group, at addresses of their own. */
const REACHED_FROM: ReadonlyMap<string, RegExp> = new Map([["/ky-bao-cao", /^\/(mau-)?bao-cao(\/|$)/]])

/** Where a screen is, what it is called, and whether this person is offered it. */
type Screen = [path: LinkProps["to"] & string, name: string, shown: boolean]

/** Screens behind one button; nothing where none of them is offered. */
function ScreenGroup({ name, screens }: { name: string; screens: readonly Screen[] }) {
  const { pathname } = useLocation()
  const list = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving anywhere closes the list
  useEffect(() => setOpen(false), [pathname])
  const shown = screens.filter(([, , may]) => may)
  if (shown.length === 0) return null
  const here = shown.some(
    ([path]) =>
      (pathname.startsWith(path) && !SECTIONS.test(pathname)) || REACHED_FROM.get(path)?.test(pathname),
  )
  return (
    <li
      className={styles.group}
      onBlur={({ currentTarget, relatedTarget }) =>
        !currentTarget.contains(relatedTarget as Node | null) && setOpen(false)
      }
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles.groupName}
        aria-expanded={open}
        aria-controls={list}
        data-here={here}
        onClick={() => setOpen(!open)}
      >
        {name}
        <svg viewBox="0 0 10 6" width="10" height="6" fill="none" stroke="currentColor" aria-hidden="true">
          <path d="M1 1l4 4 4-4" strokeWidth="1.500" />
        </svg>
      </button>
      <ul id={list} className={styles.groupList} data-open={open}>
        {shown.map(([path, title]) => (
          <li key={path}>
            <Link to={path} activeOptions={{ includeSearch: false }}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </li>
  )
}
