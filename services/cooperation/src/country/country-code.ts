import type { Refusal } from "@plan43/subgraph"

/** Every country code of ISO 3166-1 alpha-2 that is officially assigned. */
const ASSIGNED = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
  KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
  MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
  UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/),
)

/** Refuses a code that is of no country: COUNTRY_UNKNOWN. null names none and is right. */
export function countryRefusals(code: string | null): Refusal[] {
  if (code === null || isCountryCode(code)) return []
  return [
    {
      reason: "COUNTRY_UNKNOWN",
      field: "countryCode",
      message: `“${code}” không phải mã nước; hãy dùng mã hai chữ cái theo ISO 3166-1, ví dụ JP`,
    },
  ]
}

/** Whether a code is assigned to a country, e.g. "JP"; "UK" and "jp" are not. Source: ISO 3166-1. */
export function isCountryCode(code: string): boolean {
  return ASSIGNED.has(code)
}
