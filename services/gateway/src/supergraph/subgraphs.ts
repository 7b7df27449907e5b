/**
 * The parts of the graph, in the order of their local ports (gateway's port + 1 … + 6), and what people
 * call the data that each holds.
 */
export const subgraphs = [
  { name: "agencies", variable: "AGENCIES_URL", localPort: 4001, holds: "cơ quan" },
  { name: "tasks", variable: "TASKS_URL", localPort: 4002, holds: "nhiệm vụ" },
  { name: "indicators", variable: "INDICATORS_URL", localPort: 4003, holds: "chỉ tiêu" },
  { name: "cooperation", variable: "COOPERATION_URL", localPort: 4004, holds: "hợp tác quốc tế" },
  { name: "access", variable: "ACCESS_URL", localPort: 4005, holds: "hệ thống kết nối và nhật ký" },
  { name: "notifications", variable: "NOTIFICATIONS_URL", localPort: 4006, holds: "thông báo" },
] as const

/** @returns what people call the data of a subgraph; its technical name for one that has no Vietnamese name yet */
export function dataHeldBy(subgraphName: string): string {
  return subgraphs.find(({ name }) => name === subgraphName)?.holds ?? subgraphName
}
