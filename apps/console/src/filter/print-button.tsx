import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useState } from "react"

/** Prints a register whole: loads every row first. */
export function PrintButton({ loadAll }: { loadAll: () => Promise<void> }) {
  const { t } = useLingui()
  const [preparing, setPreparing] = useState(false)
  async function print() {
    setPreparing(true)
    await loadAll()
    setPreparing(false)
    requestAnimationFrame(() => window.print())
  }
  return (
    <Button
      variant="default"
      size="xs"
      className="not-printed"
      loading={preparing}
      onClick={() => void print()}
    >
      {t`In danh sách`}
    </Button>
  )
}
