/**
 * Waits for what a screen asked. Where the screen was left before the answer came, the question was given up, and that is
 * no fault.
 */
export async function unlessLeft(asked: Promise<unknown>): Promise<void> {
  try {
    await asked
  } catch (fault) {
    if ((fault as Error).name !== "AbortError") throw fault
  }
}
