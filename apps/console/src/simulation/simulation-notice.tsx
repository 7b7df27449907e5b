import { useLingui } from "@lingui/react/macro"
import { graphql } from "../__generated__/index.ts"
import { useGraph } from "../graph/ask-graph.ts"
import styles from "./simulation-notice.module.css"

const SimulationDocument = graphql(`
  query Simulation {
    plans {
      id
      simulated
    }
  }
`)

/** Above every screen and on every printed page: what is recorded here is true of nobody. */
export function SimulationNotice() {
  const { t } = useLingui()
  const { data } = useGraph(SimulationDocument, {})
  if (!data?.plans.some(({ simulated }) => simulated)) return null
  return (
    <p role="note" className={styles.notice}>
      <strong>{t`Dữ liệu mô phỏng`}</strong>{" "}
      {t`Báo cáo, số liệu và vướng mắc ở đây do chương trình tạo ra để thử; không có trong thực tế.`}
    </p>
  )
}
