import { type RecordedRow, readableBy, readableUnpublishedBy } from "@plan43/agency-scope"
import type { RequestContext, RowRule } from "@plan43/subgraph"
import { type RawBuilder, type SqlBool, sql } from "kysely"

type Viewer = RequestContext["viewer"]

/** The rule of partners, agreements and activities. */
export const COOPERATION: RowRule = { all: "cooperation:read", own: "cooperation:read:own" }

/** The rule of experts: personal data, and no agency's. */
export const EXPERTS: RowRule = { all: "experts:read", own: null }

const AGREEMENTS: RecordedRow = {
  published: sql<SqlBool>`a.published_at is not null`,
  concerns: (agencies) => sql<SqlBool>`a.responsible_agency_id in (${agencies})`,
}

const ACTIVITIES: RecordedRow = {
  published: sql<SqlBool>`c.published_at is not null`,
  concerns: (agencies) => sql<SqlBool>`c.responsible_agency_id in (${agencies})`,
}

/** A partner concerns who answers for its agreements and activities. */
const PARTNERS: RecordedRow = {
  published: sql<SqlBool>`p.published_at is not null`,
  concerns: (agencies) => sql<SqlBool>`p.id in (
    select l.partner_id from agreement_partner l join agreement a on a.id = l.agreement_id
    where a.withdrawn_at is null and a.responsible_agency_id in (${agencies})
    union all
    select l.partner_id from activity_partner l join activity c on c.id = l.activity_id
    where c.withdrawn_at is null and c.responsible_agency_id in (${agencies}))`,
}

/** An expert is no agency's. */
const OF_EXPERTS: RecordedRow = {
  published: sql<SqlBool>`e.published_at is not null`,
  concerns: () => sql<SqlBool>`false`,
}

/** Agreements (alias `a`) that stand and that somebody may read. */
export function readableAgreements(viewer: Viewer): RawBuilder<SqlBool> {
  return sql<SqlBool>`(a.withdrawn_at is null and ${readableBy(viewer, COOPERATION, AGREEMENTS)})`
}

/** Activities (alias `c`) that stand and that somebody may read. */
export function readableActivities(viewer: Viewer): RawBuilder<SqlBool> {
  return sql<SqlBool>`(c.withdrawn_at is null and ${readableBy(viewer, COOPERATION, ACTIVITIES)})`
}

/** Partners (alias `p`) that stand and that somebody may read. */
export function readablePartners(viewer: Viewer): RawBuilder<SqlBool> {
  return sql<SqlBool>`(p.withdrawn_at is null and ${readableBy(viewer, COOPERATION, PARTNERS)})`
}

/** Experts (alias `e`) who consented and whom somebody may read. */
export function readableExperts(viewer: Viewer): RawBuilder<SqlBool> {
  return sql<SqlBool>`(e.withdrawn_at is null and e.consented_on is not null and ${readableBy(viewer, EXPERTS, OF_EXPERTS)})`
}

/** Agreements, activities, partners, experts of which somebody may read all that was recorded, by their aliases. */
export const recordedOf = {
  agreement: (viewer: Viewer) => readableUnpublishedBy(viewer, COOPERATION, AGREEMENTS),
  activity: (viewer: Viewer) => readableUnpublishedBy(viewer, COOPERATION, ACTIVITIES),
  partner: (viewer: Viewer) => readableUnpublishedBy(viewer, COOPERATION, PARTNERS),
  expert: (viewer: Viewer) => readableUnpublishedBy(viewer, EXPERTS, OF_EXPERTS),
}
