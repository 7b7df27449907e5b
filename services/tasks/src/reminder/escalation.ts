/**
 * After so many reminders what is still late or silent is put before the City's leaders.
 * Source: DOMAIN.md, "Facts of practice to respect": Hanoi escalates a task that is overdue after three reminders.
 */
export const REMINDERS_BEFORE_ESCALATION = 3
