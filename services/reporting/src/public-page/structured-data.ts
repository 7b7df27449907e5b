import { DATA_FORMATS } from "../open-data/data-file.ts"
import { dataTablesOf } from "../open-data/data-tables.ts"
import type { StandingVersion } from "../publication/find-publications.ts"
import type { PublishedContent } from "../publication/published-content.ts"
import { addressOfData, addressOfPage } from "./addresses.ts"

const MEDIA_TYPE = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
} as const

/** What a version published, as catalogues of data sets read it. Source: https://schema.org/Dataset */
export function datasetOf(content: PublishedContent, standing: StandingVersion, origin: string): unknown {
  const place = { address: standing.address, version: standing.version }
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: content.round.name,
    description: `Kết quả thực hiện Kế hoạch ${content.plans.map(({ number }) => number).join(", ")}, số liệu đến hết ngày ${content.asOf}`,
    url: `${origin}${addressOfPage(place)}`,
    version: String(standing.version),
    datePublished: standing.publishedAt.toISOString(),
    temporalCoverage: content.asOf,
    spatialCoverage: "Hà Nội",
    inLanguage: "vi",
    license: content.licence.url,
    isAccessibleForFree: true,
    publisher: { "@type": "GovernmentOrganization", name: "Ủy ban nhân dân thành phố Hà Nội" },
    distribution: dataTablesOf(content).flatMap(({ name, title }) =>
      DATA_FORMATS.map((format) => ({
        "@type": "DataDownload",
        name: title.vi,
        encodingFormat: MEDIA_TYPE[format],
        contentUrl: `${origin}${addressOfData(place, name, format)}`,
      })),
    ),
  }
}
