import { registerEnumType } from "type-graphql"

/** What happens to bodies by one document. */
export const AgencyChangeKind = {
  /** Several become one, which may be one of those that exist. */
  MERGER: "MERGER",
  /** One ends and several follow it. */
  SPLIT: "SPLIT",
  /** One goes on under another name: a body of its own here, so that the old name stands for the days before. */
  RENAMING: "RENAMING",
  /** One or more end; others that exist take over what they were given, or nobody does. */
  DISSOLUTION: "DISSOLUTION",
  /** A body begins that follows none. */
  FOUNDING: "FOUNDING",
  /** Bodies join a group or leave it; the group goes on. */
  MEMBERSHIP: "MEMBERSHIP",
} as const
export type AgencyChangeKind = keyof typeof AgencyChangeKind

/** What a split gives to one successor by name. */
export const AllocatedKind = { TASK: "TASK", INDICATOR: "INDICATOR", OBSTACLE: "OBSTACLE" } as const
export type AllocatedKind = keyof typeof AllocatedKind

registerEnumType(AllocatedKind, {
  name: "AllocatedKind",
  description: "What can be given to one successor by name",
})

registerEnumType(AgencyChangeKind, {
  name: "AgencyChangeKind",
  description: "What happens to bodies by one document",
  valuesConfig: {
    MERGER: { description: "Several become one, which may be one that exists" },
    SPLIT: { description: "One ends, several follow it" },
    RENAMING: { description: "One goes on under another name, as a body of its own" },
    DISSOLUTION: { description: "One or more end; others take over what they were given, or nobody does" },
    FOUNDING: { description: "A body begins that follows none" },
    MEMBERSHIP: { description: "Bodies join a group or leave it; the group goes on" },
  },
})
