/** What stands for everything that nobody divided among several successors, where a row names what was divided. */
export const THE_REST = "00000000-0000-0000-0000-000000000000"

/**
 * Copies of agencies with two times and with what a split gives to whom, for a migration after `datedAgenciesSql`.
 *
 * Two times: a day that is asked about shows what was in force on it and had been recorded by it. So a succession holds from
 * the later of both days (`on_day`) to the eve of the day on which it was taken back (`until_day`); a body is answered for by
 * others on its `ended_days`, a member of a group is none on its `absent_days`. What was taken back stays as `revoked` for the
 * days on which it was believed, and counts in `agency_relation` no more.
 *
 * What is divided: a succession carries what was `allocated` to it and, where it `takes_rest`, what was not given to
 * another of the same change (`withheld`). Worked out from that:
 * - `agency_answering`: who answers for a body at all, from which day to which day, both included;
 * - `agency_answering_of`: of bodies of which something was divided, who answers for each thing, and for the rest;
 * - `agency_subject`: what was divided; `agency_withheld`: what a body is not given although it follows whoever was.
 * `answering_agencies` asks the right one of the first two.
 */
export const dividedAgenciesSql = `
  alter table agency_reference add column ended_days datemultirange not null default '{}';
  alter table agency_successor
    add column until_day date,
    add column revoked boolean not null default false,
    add column takes_rest boolean not null default true,
    add column allocated uuid[] not null default '{}',
    add column withheld uuid[] not null default '{}';
  alter table agency_membership
    add column absent_days datemultirange not null default '{}',
    add column revoked boolean not null default false;
  alter table agency_answering drop constraint agency_answering_pkey;
  alter table agency_answering add primary key (agency_id, answering_id, from_day);
  create table agency_answering_of (
    subject_id uuid not null,
    agency_id uuid not null,
    answering_id uuid not null,
    from_day date not null,
    to_day date not null,
    primary key (agency_id, subject_id, answering_id, from_day)
  );
  create table agency_subject (id uuid primary key);
  create table agency_withheld (
    agency_id uuid not null,
    given_id uuid not null,
    subject_id uuid not null,
    primary key (agency_id, given_id, subject_id)
  );

  create or replace function work_out_agencies() returns trigger language plpgsql set search_path from current as $$
  declare
    always constant datemultirange := datemultirange(daterange(null, null));
  begin
    lock table agency_relation in share row exclusive mode;

    delete from agency_answering;
    insert into agency_answering
      with recursive body as materialized (
        select id, always - ended_days - case when published_valid_to is null then '{}'::datemultirange
          else datemultirange(daterange(published_valid_to + 1, null)) end as alive
        from agency_reference
      ),
      chain as (
        select id as agency_id, id as at_id, always as days from body
        union
        select chain.agency_id, arrow.successor_id,
          chain.days * (always - at.alive) * datemultirange(daterange(arrow.on_day, arrow.until_day, '[]'))
        from chain
        join body at on at.id = chain.at_id
        join agency_successor arrow on arrow.predecessor_id = chain.at_id and arrow.successor_id <> chain.agency_id
        where not isempty(chain.days * (always - at.alive) * datemultirange(daterange(arrow.on_day, arrow.until_day, '[]')))
      ),
      held as (
        select chain.agency_id, chain.at_id, unnest(range_agg(chain.days * body.alive)) as days
        from chain join body on body.id = chain.at_id group by chain.agency_id, chain.at_id
      )
      select agency_id, at_id, coalesce(lower(days), '-infinity'), coalesce(upper(days) - 1, 'infinity') from held;

    delete from agency_subject;
    insert into agency_subject
      select distinct unnest(allocated || withheld) from agency_successor;
    delete from agency_answering_of;
    insert into agency_answering_of
      with recursive divided as (
        select predecessor_id as id from agency_successor
        where not takes_rest or allocated <> '{}' or withheld <> '{}'
        union
        select further.predecessor_id from divided join agency_successor further on further.successor_id = divided.id
      ),
      body as materialized (
        select id, always - ended_days - case when published_valid_to is null then '{}'::datemultirange
          else datemultirange(daterange(published_valid_to + 1, null)) end as alive
        from agency_reference
      ),
      subject as (
        select id from agency_subject union all select '${THE_REST}'::uuid
      ),
      chain as (
        select subject.id as subject_id, divided.id as agency_id, divided.id as at_id, always as days
        from divided cross join subject
        union
        select chain.subject_id, chain.agency_id, arrow.successor_id,
          chain.days * (always - at.alive) * datemultirange(daterange(arrow.on_day, arrow.until_day, '[]'))
        from chain
        join body at on at.id = chain.at_id
        join agency_successor arrow on arrow.predecessor_id = chain.at_id and arrow.successor_id <> chain.agency_id
          and (chain.subject_id = any(arrow.allocated) or arrow.takes_rest and chain.subject_id <> all(arrow.withheld))
        where not isempty(chain.days * (always - at.alive) * datemultirange(daterange(arrow.on_day, arrow.until_day, '[]')))
      ),
      held as (
        select chain.subject_id, chain.agency_id, chain.at_id, unnest(range_agg(chain.days * body.alive)) as days
        from chain join body on body.id = chain.at_id group by chain.subject_id, chain.agency_id, chain.at_id
      )
      select subject_id, agency_id, at_id, coalesce(lower(days), '-infinity'), coalesce(upper(days) - 1, 'infinity')
      from held;

    delete from agency_relation;
    insert into agency_relation (agency_id, related_id, kind)
      with recursive belongs as (
        select member_id as agency_id, group_id from agency_membership where not revoked
        union
        select belongs.agency_id, further.group_id from belongs
        join agency_membership further on further.member_id = belongs.group_id and not further.revoked
      ),
      followed as (
        select successor_id as agency_id, predecessor_id from agency_successor where not revoked
        union
        select followed.agency_id, further.predecessor_id from followed
        join agency_successor further on further.successor_id = followed.predecessor_id and not further.revoked
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

    delete from agency_withheld;
    insert into agency_withheld (subject_id, given_id, agency_id)
      with recursive divided as (
        select predecessor_id as id from agency_successor
        where not revoked and (not takes_rest or allocated <> '{}' or withheld <> '{}')
        union
        select further.predecessor_id from divided
        join agency_successor further on further.successor_id = divided.id and not further.revoked
      ),
      subject as (
        select id from agency_subject union all select '${THE_REST}'::uuid
      ),
      belongs as (
        select member_id as agency_id, group_id from agency_membership where not revoked
        union
        select belongs.agency_id, further.group_id from belongs
        join agency_membership further on further.member_id = belongs.group_id and not further.revoked
      ),
      follows as (
        select subject.id as subject_id, divided.id as given_id, arrow.successor_id as agency_id,
          subject.id = any(arrow.allocated) or arrow.takes_rest and subject.id <> all(arrow.withheld) as carried
        from divided cross join subject
        join agency_successor arrow on arrow.predecessor_id = divided.id and not arrow.revoked
        union
        select follows.subject_id, follows.given_id, arrow.successor_id, follows.carried
          and (follows.subject_id = any(arrow.allocated) or arrow.takes_rest and follows.subject_id <> all(arrow.withheld))
        from follows join agency_successor arrow on arrow.predecessor_id = follows.agency_id and not arrow.revoked
      ),
      reached as (
        select subject_id, given_id, agency_id, carried from follows
        union all
        select follows.subject_id, follows.given_id, belongs.agency_id, follows.carried
        from follows join belongs on belongs.group_id = follows.agency_id
      )
      select subject_id, given_id, agency_id from reached
      where agency_id <> given_id
        and not exists (select 1 from belongs direct
          where direct.agency_id = reached.agency_id and direct.group_id = reached.given_id)
      group by subject_id, given_id, agency_id having not bool_or(carried);
    return null;
  end $$;

  update agency_reference set ended_days = datemultirange(daterange(ended_on + 1, null)) where ended_on is not null;

  create function answering_agencies(subject uuid, agency uuid, day date) returns table (answering_id uuid)
  language sql stable rows 1
  begin atomic
    select whole.answering_id from agency_answering whole
    where whole.agency_id = agency and day between whole.from_day and whole.to_day
      and not exists (select 1 from agency_answering_of of where of.agency_id = agency)
    union all
    select part.answering_id from agency_answering_of part
    where part.agency_id = agency and day between part.from_day and part.to_day
      and part.subject_id = case when exists (select 1 from agency_subject divided where divided.id = subject)
        then subject else '${THE_REST}'::uuid end;
  end;
`
