import type { RunningSubgraph } from "@plan43/subgraph"

/** Something was recorded here already; a simulated year would mix with it. */
export class AlreadyRecorded extends Error {
  override readonly name = "AlreadyRecorded"
}

/**
 * A year is simulated only where nobody recorded anything: every request that recorded something left its key.
 * @throws AlreadyRecorded
 */
export async function requireUntouched(
  subgraphs: Readonly<Record<"tasks" | "indicators", Pick<RunningSubgraph, "orm" | "name">>>,
): Promise<void> {
  const simulated = await execute(subgraphs.tasks, "select 1 from simulation")
  if (simulated.length > 0)
    throw new AlreadyRecorded("Ở đây đã mô phỏng một năm rồi; hãy bắt đầu với một thư mục dữ liệu mới")
  for (const subgraph of Object.values(subgraphs)) {
    const recorded = await execute(subgraph, "select 1 from recorded_request limit 1")
    if (recorded.length > 0)
      throw new AlreadyRecorded(
        `Phần “${subgraph.name}” đã có người ghi dữ liệu thật; không mô phỏng trên dữ liệu thật. Hãy dùng một thư mục dữ liệu mới (PLAN43_DATA_DIR)`,
      )
  }
}

function execute({ orm }: Pick<RunningSubgraph, "orm">, statement: string): Promise<object[]> {
  return orm.em.getConnection().execute<object[]>(statement)
}
