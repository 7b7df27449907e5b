import type { SuccessionRecord } from "../agency-record.ts"
import { MERGERS, PRESS_MERGED_ON, PRESS_MERGER, REORGANISATION } from "./bodies.ts"
import { FIRST_COMMUNE_DAY } from "./districts.ts"

function merged(predecessorCode: string, successorCode: string): SuccessionRecord {
  return { kind: "MERGER", on: MERGERS, predecessorCode, successorCode, basis: REORGANISATION }
}

function pressMerged(predecessorCode: string): SuccessionRecord {
  return {
    kind: "MERGER",
    on: PRESS_MERGED_ON,
    predecessorCode,
    successorCode: "cq-bao-ptth-ha-noi",
    basis: PRESS_MERGER,
  }
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
  pressMerged("dai-ptth-ha-noi"),
  pressMerged("bao-ha-noi-moi"),
  pressMerged("bao-kinh-te-do-thi"),
  pressMerged("bao-phu-nu-thu-do"),
  pressMerged("bao-lao-dong-thu-do"),
  pressMerged("bao-tuoi-tre-thu-do"),
  {
    kind: "REPLACEMENT",
    on: FIRST_COMMUNE_DAY,
    predecessorCode: "ubnd-quan-huyen-thi-xa",
    successorCode: "ubnd-xa-phuong",
    basis: "Kết thúc hoạt động cấp huyện từ ngày 01/7/2025; Nghị quyết 1656/NQ-UBTVQH15 ngày 16/6/2025",
  },
]
