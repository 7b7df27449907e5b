import { registerEnumType } from "type-graphql"

/** To whom what a round adds up to is sent. */
export const Recipient = {
  CITY: "CITY",
  NATIONAL_SYSTEM: "NATIONAL_SYSTEM",
  GOVERNMENT: "GOVERNMENT",
  OTHER: "OTHER",
} as const
export type Recipient = keyof typeof Recipient
registerEnumType(Recipient, {
  name: "ReportRecipient",
  description: "To whom the report of a round is sent",
  valuesConfig: {
    CITY: { description: "The City's People's Committee" },
    NATIONAL_SYSTEM: { description: "The national system that follows Resolution 57" },
    OTHER: { description: "Anybody else, by name" },
  },
})
