import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { PlanTextInvalid, publishedPlanText } from "@plan43/plan"
import { importPlan, type WhenToApply } from "./import-plan.ts"
import { countChanges, reportChanges } from "./report-changes.ts"
import { unresolvedAgencies } from "./unresolved-agencies.ts"

const USAGE = `plan-import [--file TỆP] [--apply | --dry-run]

Không có lựa chọn nào: nhập bản kế hoạch đi kèm nếu cơ sở dữ liệu còn trống; nếu đã có dữ liệu thì chỉ in khác biệt.
  --file TỆP   văn bản khác thay cho bản đi kèm
  --apply      ghi các khác biệt
  --dry-run    chỉ in khác biệt, kể cả khi cơ sở dữ liệu còn trống
Biến môi trường DATABASE_URL: kết nối của vai trò plan43_import.`

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      file: { type: "string" },
      apply: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const databaseUrl = process.env.DATABASE_URL
  if (databaseUrl === undefined || (values.apply && values["dry-run"])) {
    console.error(
      databaseUrl === undefined ? "Thiếu biến DATABASE_URL" : "--apply và --dry-run không đi cùng nhau",
    )
    return 2
  }
  const apply: WhenToApply = values.apply ? "always" : values["dry-run"] ? "never" : "when-empty"
  const bytes =
    values.file === undefined ? new TextEncoder().encode(publishedPlanText()) : await readFile(values.file)
  const result = await importPlan({ databaseUrl, bytes, apply })

  for (const { text, place } of unresolvedAgencies(result.plan))
    console.log(`chưa rõ cơ quan: “${text}” (${place})`)
  if (result.outcome === "unchanged") console.log(`Kế hoạch ${result.plan.number}: không có gì khác`)
  else {
    if (result.outcome === "shown") for (const line of reportChanges(result)) console.log(line)
    console.log(`Kế hoạch ${result.plan.number}: ${countChanges(result)}`)
    console.log(result.outcome === "applied" ? "Đã ghi." : "Chưa ghi gì. Thêm --apply để ghi.")
  }
  return 0
}

try {
  process.exitCode = await run()
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  console.error(error instanceof PlanTextInvalid ? `${message}\nChưa nhập gì.` : message)
  process.exitCode = 1
}
