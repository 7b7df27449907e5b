import "./task-status.css"
import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"
import { useLingui } from "@lingui/react/macro"
import type { ReactNode } from "react"
import type { TaskStatus } from "../__generated__/graphql.ts"
import styles from "./task-status-mark.module.css"

/** The name of each status. */
export const taskStatusName: Record<TaskStatus, MessageDescriptor> = {
  OVERDUE: msg`Quá hạn`,
  DUE_SOON: msg`Sắp đến hạn`,
  AWAITING_TRIGGER: msg`Chờ văn bản`,
  IN_PROGRESS: msg`Đang thực hiện`,
  NOT_STARTED: msg`Chưa bắt đầu`,
  ONGOING: msg`Thường xuyên`,
  COMPLETED_ON_TIME: msg`Hoàn thành đúng hạn`,
  COMPLETED_LATE: msg`Hoàn thành quá hạn`,
  SUSPENDED: msg`Tạm dừng`,
  CANCELLED: msg`Đã hủy`,
}

/** All statuses, the one that needs attention most first. */
export const taskStatuses = Object.keys(taskStatusName) as TaskStatus[]

/** A shape for each status, so that none depends on its colour. */
const SHAPE: Record<TaskStatus, ReactNode> = {
  OVERDUE: <path d="M8 1.500 15 14.500H1zM8 6v4M8 12.200v.1" />,
  DUE_SOON: <path d="M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM8 4.500V8l2.500 1.500" />,
  AWAITING_TRIGGER: (
    <path d="M3.500 1.500h9M3.500 14.500h9M4.500 1.500c0 4 7 9 7 13M11.500 1.500c0 4-7 9-7 13" />
  ),
  IN_PROGRESS: <path d="M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM6.500 5l4.500 3-4.500 3z" />,
  NOT_STARTED: <circle cx="8" cy="8" r="6.500" strokeDasharray="2.500 2" />,
  ONGOING: (
    <path d="M13.500 6A6 6 0 0 0 3 4.500L1.500 6M1.500 2.500V6H5M2.500 10A6 6 0 0 0 13 11.500l1.500-1.500M14.500 13.500V10H11" />
  ),
  COMPLETED_ON_TIME: (
    <path d="M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM5 8.200l2.200 2.200L11.200 6" />
  ),
  COMPLETED_LATE: <path d="M2 2.500h12v11H2zM5 8.200l2.200 2.200L11.200 6" />,
  SUSPENDED: <path d="M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM6.300 5.500v5M9.700 5.500v5" />,
  CANCELLED: (
    <path d="M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM5.500 5.500l5 5M10.500 5.500l-5 5" />
  ),
}

/** A status by shape, word and colour. */
export function TaskStatusMark({ status }: { status: TaskStatus }) {
  const { i18n } = useLingui()
  return (
    <span className={styles.mark} data-status={status}>
      <TaskStatusShape status={status} />
      {i18n._(taskStatusName[status])}
    </span>
  )
}

export function TaskStatusShape({ status }: { status: TaskStatus }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="14"
      height="14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.500"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {SHAPE[status]}
    </svg>
  )
}
