import { Migration } from "@mikro-orm/migrations"

/**
 * Who owes a task, as the migration "who-owes" has it; the members of a class are looked up by its index. `offset 0` keeps
 * PostgreSQL from joining the members of all classes for each body that a lead cell names.
 */
export class Migration20261128010200 extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function owing_agencies(task uuid, day date)
        returns table (agency_id uuid, given_to uuid, "position" integer)
        language plpgsql stable rows 2 set search_path from current as $$
      begin
        return query
          select distinct on (owes.id) owes.id, owes.given_to, owes.at from (
            select coalesce(member.id, body.id) as id, mention.agency_id as given_to, mention.position as at,
              member.id is not null as by_class
            from task_agency mention
            left join agency_answering answering on answering.agency_id = mention.agency_id
              and day between answering.from_day and answering.to_day
            cross join lateral (select coalesce(answering.answering_id, mention.agency_id) as id) body
            left join lateral (
              select belonging.member_id as id from agency_membership belonging
              join agency_reference named on named.id = belonging.member_id
              where belonging.group_id = body.id
                and day between coalesce(belonging.valid_from, '-infinity') and coalesce(belonging.valid_to, 'infinity')
                and day <= coalesce(named.valid_to, 'infinity')
              offset 0
            ) member on true
            where mention.task_id = task and mention.role = 'LEAD' and mention.agency_id is not null
          ) owes
          order by owes.id, owes.by_class, owes.at;
      end $$`)
  }
}
