import {
  type Connection,
  connectionType,
  entityById,
  historyOf,
  listPage,
  matchesText,
  OrderDirection,
  type PageArguments,
  pageRequestOf,
  parentId,
  type RequestContext,
  rowById,
} from "@plan43/subgraph"
import { sql } from "kysely"
import { Field, InputType } from "type-graphql"
import { ReportTemplate } from "./report-template.ts"

export const ReportTemplateConnection = connectionType("ReportTemplate", () => ReportTemplate)

@InputType({ description: "Which templates" })
export class ReportTemplateFilter {
  @Field(() => String, { nullable: true, description: "Every word of the name, without case and diacritics" })
  text?: string | null
}

/** The templates that a round can be filled in from, by name. */
export async function findTemplates(
  ctx: RequestContext,
  { text }: ReportTemplateFilter,
  page: PageArguments,
): Promise<Connection<ReportTemplate>> {
  return listPage(ctx, {
    entity: ReportTemplate,
    from: sql`report_template template`,
    columns: sql`template.*`,
    conditions: [
      sql`template.withdrawn_at is null`,
      ...(text == null ? [] : [matchesText(sql`template.search_text`, text)]),
    ],
    ordering: {
      name: "NAME",
      direction: OrderDirection.ASC,
      keys: [
        { expression: sql`template.name collate "vi-x-icu"`, type: "text" },
        { expression: sql`template.id`, type: "uuid" },
      ],
    },
    page: pageRequestOf(page),
  })
}

/** A template by identifier, also one that was withdrawn: rounds that were filled in from it lead there. */
export const templateById = rowById(ReportTemplate, () => ({
  from: sql`report_template template`,
  columns: sql`template.*`,
  id: sql`template.id`,
  conditions: [],
}))

/** The same of a round, in one statement for many rounds. */
export const templateOfRound = entityById(ReportTemplate)

/** Who changed what of a template, when and why. */
export const historyOfTemplate = historyOf(() => ({
  sources: [
    {
      entity: "report_template",
      ids: sql`select template.id from report_template template where template.id = ${parentId}`,
    },
  ],
  names: sql`select id, name from agency_reference`,
}))
