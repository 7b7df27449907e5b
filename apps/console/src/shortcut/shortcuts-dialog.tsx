import { useLingui } from "@lingui/react/macro"
import { Button, Switch } from "@mantine/core"
import { type RefObject, useId } from "react"
import { switchShortcuts, useShortcutsAreOn } from "./shortcut-setting.ts"
import styles from "./shortcuts-dialog.module.css"

/** The keys that do something, and the switch that turns them off. */
export function ShortcutsDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const { t } = useLingui()
  const title = useId()
  const on = useShortcutsAreOn()
  const keys: [string[], string][] = [
    [["/"], t`Đến ô tìm kiếm`],
    [["j"], t`Dòng tiếp theo của danh sách`],
    [["k"], t`Dòng trước của danh sách`],
    [["g", "t"], t`Tổng quan`],
    [["g", "n"], t`Nhiệm vụ`],
    [["g", "c"], t`Chỉ tiêu`],
    [["g", "q"], t`Cơ quan`],
    [["g", "h"], t`Hợp tác quốc tế`],
    [["g", "v"], t`Văn bản chờ`],
    [["g", "k"], t`Kế hoạch`],
    [["g", "s"], t`Sáng nay`],
    [["g", "x"], t`Xác minh`],
    [["g", "b"], t`Kỳ báo cáo`],
    [["?"], t`Mở bảng này`],
  ]
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={title}>
      <h2 id={title} className={styles.title}>{t`Phím tắt`}</h2>
      <dl className={styles.keys}>
        {keys.map(([sequence, effect]) => (
          <div key={sequence.join("")} className={styles.row}>
            <dt>
              {sequence.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{effect}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label={t`Bật phím tắt một ký tự`}
        checked={on}
        onChange={(event) => switchShortcuts(event.currentTarget.checked)}
      />
      <form method="dialog" className={styles.end}>
        <Button type="submit">{t`Đóng`}</Button>
      </form>
    </dialog>
  )
}
