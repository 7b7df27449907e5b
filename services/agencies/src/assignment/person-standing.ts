import { ForGatewayOnly, type RequestContext, Role } from "@plan43/subgraph"
import { sql } from "kysely"
import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from "type-graphql"

@Directive("@inaccessible")
@ObjectType({ simpleResolvers: true, description: "In which role a person acts today, for which agency" })
export class PersonStanding {
  @Field(() => Role)
  role!: Role

  @Field(() => ID, { nullable: true })
  agencyId!: string | null
}

@Resolver()
export class PersonStandingResolver {
  @ForGatewayOnly()
  @Query(() => PersonStanding, {
    nullable: true,
    description: "By subject, else by verified e-mail; null for somebody to whom nothing is assigned today",
  })
  personStanding(
    @Arg("subject", () => String) subject: string,
    @Arg("email", () => String, { nullable: true }) email: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<PersonStanding | null> {
    return standingOf(ctx, subject, email)
  }
}

/** An assignment that names a subject is that subject's alone, whoever has its e-mail. */
async function standingOf(
  { em, today }: RequestContext,
  subject: string,
  email: string | null,
): Promise<PersonStanding | null> {
  const { rows } = await sql<PersonStanding>`
    select role, agency_id as "agencyId" from person_assignment
    where withdrawn_at is null and valid_from <= ${today}::date and ${today}::date <= coalesce(valid_to, 'infinity')
      and (subject = ${subject} or (subject is null and email = ${email?.toLowerCase() ?? null}))
    order by subject is null limit 1`.execute(em.getKysely<unknown>())
  return rows[0] ?? null
}
