/**
 * After so many reminders what is still late or silent is put before the City's leaders.
 * Source: DOMAIN.md, "Facts of practice to respect": Hanoi escalates a task that is overdue after three reminders.
 */
export const REMINDERS_BEFORE_ESCALATION = 3

/** Whether a reminder is the one with which something is put before the City's leaders: told once, whatever follows. */
export function escalates(ordinal: number): boolean {
  return ordinal === REMINDERS_BEFORE_ESCALATION
}
