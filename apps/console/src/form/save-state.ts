import type { MessageDescriptor } from "@lingui/core"
import { msg } from "@lingui/core/macro"

/**
 * How far what is typed in a form that saves itself has come. SAVED: nothing is typed that the graph does not have; TYPED: it will be sent in
 * a moment; SAVING: its answer is awaited; INCOMPLETE: it cannot be sent as it is; REFUSED: the graph has something against
 * it; CONTESTED: somebody else wrote there, too; UNSENT: no answer came, it is sent again.
 */
export type SaveState = "SAVED" | "TYPED" | "SAVING" | "INCOMPLETE" | "REFUSED" | "CONTESTED" | "UNSENT"

export const saveStateName: Record<SaveState, MessageDescriptor> = {
  SAVED: msg`Đã lưu`,
  TYPED: msg`Đang gõ, sẽ tự lưu`,
  SAVING: msg`Đang lưu…`,
  INCOMPLETE: msg`Chưa lưu: còn ô cần sửa; nội dung đang giữ trên máy này`,
  REFUSED: msg`Chưa lưu: xem lý do ở ô; nội dung đang giữ trên máy này`,
  CONTESTED: msg`Chưa lưu: người khác vừa ghi cùng ô, hãy chọn giá trị`,
  UNSENT: msg`Chưa lưu được; nội dung đang giữ trên máy này và sẽ tự gửi lại`,
}
