/** The tables of what people record about an indicator; also what the history calls their rows. */
export type FactTable =
  | "observation"
  | "judgement"
  | "indicator_baseline"
  | "indicator_milestone"
  | "directed_target"
