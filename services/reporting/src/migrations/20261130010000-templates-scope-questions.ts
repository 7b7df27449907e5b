import { Migration } from "@mikro-orm/migrations"

/** The values of these columns from this migration on. */
const PLAN_ITEM_KINDS = ["TASK", "INDICATOR"]
const ITEM_KINDS = [...PLAN_ITEM_KINDS, "QUESTION"]

function quoted(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(", ")
}

/** What every table has that people record in. */
const RECORDED = `
  version integer not null default 1 check (version >= 1),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  withdrawn_at timestamptz`

/** What a round asks for, and a template that says it once for many. Those that were there asked for every line. */
const ASKED = [
  `item_kinds text[] not null default array[${quoted(PLAN_ITEM_KINDS)}]
    check (item_kinds <@ array[${quoted(PLAN_ITEM_KINDS)}])`,
  "sections text[] not null default '{}'",
]

/**
 * Templates of what rounds ask for; what of the plan a round asks for; the section that a task stands in, which the next
 * import fills in; questions of a round as items, each with a line in the reports of those who are asked. `subject` is what
 * two items have in common that are compared from round to round: the task or indicator itself, the words of a question.
 */
export class Migration20261130010000 extends Migration {
  override up(): void {
    this.addSql(`
      create table report_template (
        id uuid primary key,
        name text not null check (name <> ''),
        note text,
        ${ASKED.join(", ")},
        questions text,
        agency_ids uuid[] not null default '{}',
        ${RECORDED},
        search_text text generated always as (public.search_text(name)) stored
      )`)
    this.addSql("create index on report_template (name, id)")
    this.addSql("create index on report_template using gin (search_text gin_trgm_ops)")
    this.addSql(`
      alter table round ${ASKED.map((column) => `add column ${column}`).join(", ")},
        add column template_id uuid references report_template,
        add column template_version integer check (template_version >= 1),
        add check ((template_id is null) = (template_version is null))`)
    this.addSql("create index on round (template_id)")
    this.addSql(`
      alter table report_item drop constraint report_item_kind_check,
        add constraint report_item_kind_check check (kind in (${quoted(ITEM_KINDS)})),
        alter column plan_id drop not null,
        add column section text,
        add column round_id uuid references round,
        add column subject uuid not null generated always as
          (case when kind = 'QUESTION' then md5(name)::uuid else id end) stored,
        add check ((kind = 'QUESTION') = (round_id is not null)),
        add check ((kind = 'QUESTION') = (plan_id is null))`)
    this.addSql("create index on report_item (round_id, position)")
    this.addSql("create index on report_item (subject)")
  }
}
