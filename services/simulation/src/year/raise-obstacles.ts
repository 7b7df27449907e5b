import { addDays, type CalendarDate } from "@plan43/calendar"
import { readAll, type World } from "./world.ts"

interface Task {
  id: string
  code: string
  leads: { id: string }[]
}

const TASKS = `query ($after: String) {
  tasks(first: 100, after: $after) {
    edges { node { id code leads { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`

/** One in so many working days sees an obstacle raised. */
const EVERY_DAYS = 4

/** Enters into the diary the obstacles that agencies raise in the year, and the way of each through the Department. */
export async function planObstacles(world: World, days: readonly CalendarDate[]): Promise<void> {
  const { office, chance, diary } = world
  const tasks = (
    await readAll<Task>(async (after) => {
      const data = await office.ask<{ tasks: never }>(world.tasks, office.coordinator, TASKS, { after })
      return data.tasks
    })
  ).filter(({ leads }) => leads.length > 0)
  for (const [index, day] of days.entries()) {
    if (index % EVERY_DAYS !== 0) continue
    const task = tasks[chance.between(`obstacle ${index}`, 0, tasks.length - 1)]
    if (task !== undefined) diary.enter(day, () => raise(world, task, index))
  }
}

interface Standing {
  id: string
  version: number
}

async function raise(world: World, { id, code, leads }: Task, index: number): Promise<void> {
  const { office, chance } = world
  const agency = leads[chance.between(`raiser ${index}`, 0, leads.length - 1)]
  if (agency === undefined) return
  const [category, title, proposal] = chance.pick(`subject ${index}`, SUBJECTS)
  const raised = await office.carryOut<{ obstacle: Standing }>(
    office.officerOf(agency.id),
    {
      subgraph: world.tasks,
      mutation: "raiseObstacle",
      type: "RaiseObstacleInput!",
      input: {
        ...{ taskId: id, title, category, proposal, addressee: "CITY" },
        description: `${title}, ảnh hưởng tới tiến độ của nhiệm vụ ${code}.`,
      },
      read: "obstacle { id version }",
    },
    `${code} ${index}`,
  )
  if (raised !== null) later(world, index, 3, "accept", () => accept(world, raised.obstacle, index))
}

/** The next step is taken within so many days; one of five waits for ever. */
function later(world: World, index: number, most: number, step: string, work: () => Promise<void>): void {
  if (world.chance.of(`${step} ${index}`) < 0.2) return
  world.diary.enter(addDays(world.today(), world.chance.between(`${step} day ${index}`, 1, most)), work)
}

async function accept(world: World, obstacle: Standing, index: number): Promise<void> {
  const next = await step(world, "acceptObstacle", "ObstacleStepInput!", obstacle, {
    words: "Đã tiếp nhận, đủ căn cứ",
  })
  if (next !== null) later(world, index, 10, "send up", () => sendUp(world, next, index))
}

async function sendUp(world: World, obstacle: Standing, index: number): Promise<void> {
  const next = await step(world, "sendUpObstacle", "SendUpObstacleInput!", obstacle, {
    words: "Vượt thẩm quyền của Sở, trình UBND Thành phố",
  })
  if (next !== null) later(world, index, 25, "decide", () => decide(world, next, index))
}

async function decide(world: World, obstacle: Standing, index: number): Promise<void> {
  const next = await step(world, "decideObstacle", "DecideObstacleInput!", obstacle, {
    words: "Đồng ý với đề xuất, giao các cơ quan thực hiện",
    document: documentOf(world, index),
  })
  if (next !== null) later(world, index, 6, "answer", () => answer(world, next, index))
}

async function answer(world: World, obstacle: Standing, index: number): Promise<void> {
  await step(world, "answerObstacle", "AnswerObstacleInput!", obstacle, {
    words: "Đã có ý kiến chỉ đạo; đề nghị cơ quan thực hiện theo văn bản kèm theo",
    document: documentOf(world, index),
  })
}

function documentOf(world: World, index: number) {
  return {
    number: `${world.chance.between(`number of obstacle ${index}`, 100, 5_000)}/MP-UBND`,
    issuedOn: world.today(),
    issuer: "UBND Thành phố (mô phỏng)",
  }
}

async function step(
  world: World,
  mutation: string,
  type: string,
  standing: Standing,
  given: Record<string, unknown>,
): Promise<Standing | null> {
  const { office } = world
  const who = mutation === "decideObstacle" ? office.leader : office.coordinator
  const answered = await office.carryOut<{ obstacle: Standing }>(
    who,
    {
      subgraph: world.tasks,
      ...{ mutation, type, read: "obstacle { id version }" },
      input: { id: standing.id, version: standing.version, ...given },
    },
    String(given.words),
  )
  return answered?.obstacle ?? null
}

type Subject = readonly [category: string, title: string, proposal: string]

const SUBJECTS: readonly [Subject, ...Subject[]] = [
  [
    "LEGAL",
    "Chưa có hướng dẫn về định mức kinh tế kỹ thuật",
    "Kiến nghị Thành phố có văn bản hướng dẫn tạm thời",
  ],
  ["FUNDING", "Chưa bố trí đủ kinh phí trong năm", "Đề nghị bổ sung kinh phí từ nguồn sự nghiệp khoa học"],
  [
    "PEOPLE",
    "Thiếu nhân sự chuyên trách công nghệ thông tin",
    "Đề nghị bổ sung biên chế hoặc cho phép hợp đồng",
  ],
  ["PROCUREMENT", "Thủ tục đấu thầu kéo dài", "Đề nghị cho phép rút gọn thủ tục theo quy định"],
  [
    "DATA_AND_INFRASTRUCTURE",
    "Dữ liệu giữa các hệ thống chưa kết nối",
    "Đề nghị mở giao diện kết nối dùng chung",
  ],
  ["COORDINATION", "Đơn vị phối hợp chậm cho ý kiến", "Đề nghị đôn đốc đơn vị phối hợp"],
]
