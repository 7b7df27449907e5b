import { references, searchModel, someOf } from "../register/search-model.ts"

/** The states of a letter. */
export const reminderStates = ["DRAFT", "SENT"] as const

/** What the address of the screen that chooses what a letter lists may hold: codes of the tasks that are chosen at first. */
export const itemSearch = searchModel({ task: references })

/** What the address of the screen of reminders may hold: the identifier of a task narrows the letters. */
export const reminderSearch = searchModel({ state: someOf(reminderStates), task: references })
