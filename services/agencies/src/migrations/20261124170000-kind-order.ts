import { Migration } from "@mikro-orm/migrations"

/** The order of kinds, so that the list by kind is read from an index; a kind without a place is refused. */
export class Migration20261124170000 extends Migration {
  override up(): void {
    this.addSql(`
      create function kind_rank(kind text) returns integer
      language sql immutable strict parallel safe return array_position(array[
        'DEPARTMENT', 'EQUIVALENT_BODY', 'DISTRICT_COMMITTEE', 'COMMUNE_COMMITTEE', 'POLICE', 'MILITARY',
        'PUBLIC_SERVICE_UNIT', 'CENTRAL_BODY', 'PARTY_BODY', 'PEOPLES_COUNCIL', 'FATHERLAND_FRONT', 'COURT',
        'PROCURACY', 'ASSOCIATION', 'PRESS', 'GROUP'], kind)`)
    this.addSql("alter table agency add check (kind_rank(kind) is not null)")
    this.addSql(`create index on agency (kind_rank(kind), (name collate "vi-x-icu"), id)`)
  }
}
