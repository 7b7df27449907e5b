import { readFileSync } from "node:fs"
import type { AgencyRecord } from "../agency-record.ts"
import { readCommunesCsv } from "./read-communes-csv.ts"

/**
 * The People's Committees of the 126 communes and wards: 51 wards, 75 communes.
 * Source: unit codes and names of the communal level, Công văn 1027/CTK-CSCL of 25 June 2025 (Statistics Office), after
 * Resolution 1656/NQ-UBTVQH15 of 16 June 2025.
 */
export const communeCommittees: readonly AgencyRecord[] = readCommunesCsv(
  readFileSync(new URL("../../data/xa-phuong-ha-noi.csv", import.meta.url), "utf8"),
)
