import { parseArgs } from "node:util"
import { addDays, calendarDateOf, NotACalendarDate, systemClock, todayInHanoi } from "@plan43/calendar"
import { AlreadyRecorded } from "./marking/untouched.ts"
import { simulateYear } from "./simulate-year.ts"

const USAGE = `simulate [--seed SỐ] [--from NGÀY] [--to NGÀY]

Mô phỏng một năm làm việc: báo cáo, xác minh, gia hạn, văn bản được ban hành, vướng mắc, số liệu chỉ tiêu.
  --seed SỐ    cùng một số thì cùng một năm (43)
  --from NGÀY  ngày đầu, dạng 2025-11-26 (một năm trước ngày cuối)
  --to NGÀY    ngày cuối (hôm qua)
Biến môi trường TASKS_DATABASE_URL, INDICATORS_DATABASE_URL: kết nối của vai trò của từng phần.`

const DAYS = 365

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "43" },
      from: { type: "string" },
      to: { type: "string" },
      help: { type: "boolean", default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const { TASKS_DATABASE_URL: tasks, INDICATORS_DATABASE_URL: indicators } = process.env
  if (tasks === undefined || indicators === undefined) {
    console.error("Thiếu biến TASKS_DATABASE_URL hoặc INDICATORS_DATABASE_URL")
    return 2
  }
  const yesterday = addDays(todayInHanoi(systemClock), -1)
  const to = values.to === undefined ? yesterday : calendarDateOf(values.to)
  const from = values.from === undefined ? addDays(to, -DAYS) : calendarDateOf(values.from)
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed) || from > to || to > yesterday) {
    console.error("--seed phải là số nguyên; --from không sau --to; --to muộn nhất là hôm qua")
    return 2
  }
  console.log(`Mô phỏng từ ${from} đến ${to}, hạt giống ${seed} …`)
  let month = ""
  const year = await simulateYear({
    ...{ seed, from, to, databaseUrls: { tasks, indicators } },
    onDay: (day) => {
      if (day.slice(0, 7) === month) return
      month = day.slice(0, 7)
      console.log(`  ${month}`)
    },
  })
  for (const [what, count] of year.done) console.log(`${count} × ${what}`)
  for (const [what, count] of year.refused) console.log(`bị từ chối ${count} × ${what}`)
  console.log(`Dấu vết: ${year.digest}`)
  console.log("Mọi màn hình từ nay ghi rõ: dữ liệu mô phỏng.")
  return 0
}

try {
  process.exitCode = await run()
} catch (error) {
  const told = error instanceof AlreadyRecorded || error instanceof NotACalendarDate
  console.error(told ? error.message : error)
  process.exitCode = 1
}
