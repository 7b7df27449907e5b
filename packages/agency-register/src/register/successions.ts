import { dayOf } from "@plan43/calendar"
import type { SuccessionRecord } from "../agency-record.ts"
import { MERGERS } from "./bodies.ts"
import { FIRST_COMMUNE_DAY } from "./districts.ts"

const REORGANISATION = "Sắp xếp các cơ quan chuyên môn thuộc UBND Thành phố, từ ngày 01/3/2025"

function merged(predecessorCode: string, successorCode: string): SuccessionRecord {
  return { kind: "MERGER", on: MERGERS, predecessorCode, successorCode, basis: REORGANISATION }
}

/** Who answers for whom. */
export const successions: readonly SuccessionRecord[] = [
  merged("so-tttt", "so-khcn"),
  merged("so-khdt", "so-tai-chinh"),
  merged("so-gtvt", "so-xay-dung"),
  merged("so-ldtbxh", "so-noi-vu"),
  merged("so-nnptnt", "so-nnmt"),
  merged("so-tnmt", "so-nnmt"),
  { ...merged("ban-dan-toc", "so-dan-toc-ton-giao"), kind: "REPLACEMENT" },
  merged("so-ngoai-vu", "vp-ubnd-tp"),
  {
    kind: "MERGER",
    on: dayOf(2026, 1, 30),
    predecessorCode: "dai-ptth-ha-noi",
    successorCode: "cq-bao-ptth-ha-noi",
    basis: "Hợp nhất sáu cơ quan báo chí của Thành phố, từ ngày 30/01/2026",
  },
  {
    kind: "REPLACEMENT",
    on: FIRST_COMMUNE_DAY,
    predecessorCode: "ubnd-quan-huyen-thi-xa",
    successorCode: "ubnd-xa-phuong",
    basis: "Kết thúc hoạt động cấp huyện từ ngày 01/7/2025; Nghị quyết 1656/NQ-UBTVQH15 ngày 16/6/2025",
  },
]
