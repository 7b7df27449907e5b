export { type Evidence, type EvidenceRules, evidence } from "./evidence.ts"
export { type Attachment, attachFiles, eachOnce, MOST_FILES } from "./file/attach-files.ts"
export { EvidenceFile, evidenceFiles } from "./file/evidence-file.ts"
export { evidenceTableSql } from "./file/evidence-table.ts"
