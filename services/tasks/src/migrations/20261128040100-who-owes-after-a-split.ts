import { Migration } from "@mikro-orm/migrations"

/**
 * Who owes a task on a day: after a split, whoever the task went to; members of a class that exist and belong to it on that
 * day, as far as that was known then. `offset 0` keeps PostgreSQL from joining the members of all classes for each body.
 */
export class Migration20261128040100 extends Migration {
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
            left join lateral answering_agencies(task, mention.agency_id, day) answering on true
            cross join lateral (select coalesce(answering.answering_id, mention.agency_id) as id) body
            left join lateral (
              select belonging.member_id as id from agency_membership belonging
              join agency_answering alive on alive.agency_id = belonging.member_id
                and alive.answering_id = belonging.member_id and day between alive.from_day and alive.to_day
              where belonging.group_id = body.id
                and day between coalesce(belonging.valid_from, '-infinity') and coalesce(belonging.valid_to, 'infinity')
                and not belonging.absent_days @> day
              offset 0
            ) member on true
            where mention.task_id = task and mention.role = 'LEAD' and mention.agency_id is not null
          ) owes
          order by owes.id, owes.by_class, owes.at;
      end $$`)
    this.addSql(`
      create or replace function deciding_agencies(task uuid, day date)
        returns table (agency_id uuid)
        language plpgsql stable rows 2 set search_path from current as $$
      declare
        responsible uuid := (
          select mark.agency_id from task_responsible mark
          where mark.task_id = task and mark.recorded_on <= day order by mark.position desc limit 1);
      begin
        return query
          select owes.agency_id from owing_agencies(task, day) owes
          where responsible is null or owes.agency_id = responsible
            or owes.agency_id in (select answering.answering_id from answering_agencies(task, responsible, day) answering);
      end $$`)
  }
}
