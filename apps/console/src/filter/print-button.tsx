import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useEffect, useState } from "react"
import type { RegisterAnswer } from "../register/ask-register.ts"

/** A register, as far as it decides when it can be printed. */
export type PrintedList = Pick<
  RegisterAnswer<unknown, unknown>,
  "total" | "loading" | "loadingMore" | "hasMore" | "loadAll"
>

/**
 * Prints a register whole: waits for the list that was asked for, then loads every row. What cannot be had whole is not
 * printed; the list says what is missing.
 */
export function PrintButton({ answer }: { answer: PrintedList }) {
  const { t } = useLingui()
  const { loadAll, hasMore } = answer
  const [step, setStep] = useState<"NONE" | "AWAITING" | "LOADING" | "WHOLE">("NONE")
  const arrived = !answer.loading || answer.loadingMore
  const missing = arrived && answer.total === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes on when a step is done, whoever loads
  useEffect(() => {
    if (step === "AWAITING" && missing) setStep("NONE")
    else if (step === "AWAITING" && arrived) {
      setStep("LOADING")
      void loadAll().then((whole) => setStep(whole ? "WHOLE" : "NONE"))
    } else if (step === "WHOLE" && !hasMore) {
      setStep("NONE")
      requestAnimationFrame(() => window.print())
    }
  }, [step, arrived, missing, hasMore])
  return (
    <Button
      variant="default"
      size="xs"
      fz="sm"
      h="2rem"
      className="not-printed"
      loading={step !== "NONE"}
      onClick={() => setStep("AWAITING")}
    >
      {t`In danh sách`}
    </Button>
  )
}
