/**
 * The copies of agencies with their days, for a migration after the one that made `agencyScopeTablesSql`.
 *
 * What is copied: `agency_reference` gains kind, names and days; `agency_membership` and `agency_successor` hold who
 * belongs to which group between which days, and who follows whom from which day on. Rows come from the register by
 * the import and from what coordinators recorded by following the agencies (`recorded`); the import leaves those alone.
 * `valid_to` is the earlier of what the register says and of what was recorded, so neither can undo the other.
 *
 * What is worked out here, whenever a copy changes: `agency_relation`, to the end of every chain, and
 * `agency_answering`: from which day to which day, both included, a body answers for another, itself before it ended.
 * A body answers for itself also before its first day: plans give work to bodies that are about to be founded.
 */
export const datedAgenciesSql = `
  alter table agency_reference
    add column kind text,
    add column name text,
    add column short_name text,
    add column valid_from date,
    add column published_valid_to date,
    add column ended_on date,
    add column valid_to date generated always as (least(published_valid_to, ended_on)) stored,
    add column recorded boolean not null default false;
  create table agency_membership (
    id uuid primary key,
    group_id uuid not null,
    member_id uuid not null,
    valid_from date,
    valid_to date,
    recorded boolean not null default false
  );
  create index on agency_membership (group_id, member_id);
  create table agency_successor (
    id uuid primary key,
    predecessor_id uuid not null,
    successor_id uuid not null,
    on_day date not null,
    recorded boolean not null default false
  );
  create table agency_answering (
    agency_id uuid not null,
    answering_id uuid not null,
    from_day date not null,
    to_day date not null,
    primary key (agency_id, answering_id)
  );
  create index on agency_answering (answering_id);
  insert into agency_answering select id, id, '-infinity', 'infinity' from agency_reference;

  create function work_out_agencies() returns trigger language plpgsql set search_path from current as $$
  begin
    lock table agency_relation in share row exclusive mode;
    delete from agency_answering;
    insert into agency_answering
      with recursive chain as (
        select id as agency_id, id as answering_id, '-infinity'::date as from_day, coalesce(valid_to, 'infinity') as to_day
        from agency_reference
        union
        select chain.agency_id, following.id,
          greatest(chain.from_day, arrow.on_day, chain.to_day + 1),
          coalesce(following.valid_to, 'infinity')
        from chain
        join agency_successor arrow on arrow.predecessor_id = chain.answering_id
        join agency_reference following on following.id = arrow.successor_id
        where chain.to_day < 'infinity' and following.id <> chain.agency_id
      )
      select agency_id, answering_id, min(from_day), max(to_day) from chain
      where from_day <= to_day
      group by agency_id, answering_id;

    delete from agency_relation;
    insert into agency_relation (agency_id, related_id, kind)
      with recursive belongs as (
        select member_id as agency_id, group_id from agency_membership
        union
        select belongs.agency_id, further.group_id from belongs
        join agency_membership further on further.member_id = belongs.group_id
      ),
      followed as (
        select successor_id as agency_id, predecessor_id from agency_successor
        union
        select followed.agency_id, further.predecessor_id from followed
        join agency_successor further on further.successor_id = followed.predecessor_id
      ),
      inherited as (
        select followed.agency_id, belongs.group_id from followed
        join belongs on belongs.agency_id = followed.predecessor_id
        union
        select belongs.agency_id, followed.predecessor_id from belongs
        join followed on followed.agency_id = belongs.group_id
      )
      select agency_id, group_id, 'GROUP' from belongs where group_id <> agency_id
      union all
      select agency_id, predecessor_id, 'PREDECESSOR' from followed where predecessor_id <> agency_id
      union all
      select agency_id, group_id, 'PREDECESSOR_GROUP' from (
        select agency_id, group_id from inherited except select agency_id, group_id from belongs
      ) inherited_only;
    return null;
  end $$;
  create trigger work_out_agencies after insert or update or delete on agency_reference
    for each statement execute function work_out_agencies();
  create trigger work_out_agencies after insert or update or delete on agency_membership
    for each statement execute function work_out_agencies();
  create trigger work_out_agencies after insert or update or delete on agency_successor
    for each statement execute function work_out_agencies();
`
