import type { CalendarDate } from "@plan43/calendar"
import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  DateScalar,
  PageArguments,
  payloadOf,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql"
import { agencyById } from "../agency/agency.loader.ts"
import { Agency, isActive } from "../agency/agency.ts"
import { historyOfAssignment } from "../history/history.ts"
import {
  AssignPersonInput,
  ChangeAssignmentInput,
  EndAssignmentInput,
  PersonAssignmentPayload,
} from "./assignment.input.ts"
import {
  assignmentById,
  findAssignments,
  PersonAssignmentConnection,
  PersonAssignmentFilter,
  PersonAssignmentOrder,
} from "./find-assignments.ts"
import { PersonAssignment } from "./person-assignment.ts"
import { assignPerson, changeAssignment, endAssignment } from "./record-assignment.ts"

@Resolver(() => PersonAssignment)
export class AssignmentResolver {
  @RequiresScopes("assignments:read")
  @Query(() => PersonAssignment, { nullable: true })
  assignment(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<PersonAssignment | null> {
    return assignmentById(ctx, id)
  }

  @RequiresScopes("assignments:read")
  @Query(() => PersonAssignmentConnection)
  assignments(
    @Arg("filter", () => PersonAssignmentFilter, { nullable: true }) filter: PersonAssignmentFilter | null,
    @Arg("orderBy", () => PersonAssignmentOrder, { nullable: true }) orderBy: PersonAssignmentOrder | null,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<PersonAssignment>> {
    return findAssignments(ctx, filter ?? {}, orderBy, page)
  }

  @RequiresScopes("assignments:write")
  @Mutation(() => PersonAssignmentPayload, {
    description:
      "A coordinator gives any role but AUDITOR and ADMINISTRATOR, an administrator any; nobody gives one to themselves",
  })
  async assignPerson(
    @Arg("input", () => AssignPersonInput) input: AssignPersonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PersonAssignmentPayload> {
    return payloadOf("assignment", await assignPerson(authored(ctx), input, input))
  }

  @RequiresScopes("assignments:write")
  @Mutation(() => PersonAssignmentPayload)
  async changeAssignment(
    @Arg("input", () => ChangeAssignmentInput) input: ChangeAssignmentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PersonAssignmentPayload> {
    return payloadOf("assignment", await changeAssignment(authored(ctx), input, input, input))
  }

  @RequiresScopes("assignments:write")
  @Mutation(() => PersonAssignmentPayload)
  async endAssignment(
    @Arg("input", () => EndAssignmentInput) input: EndAssignmentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<PersonAssignmentPayload> {
    return payloadOf("assignment", await endAssignment(authored(ctx), input, input, input.lastDay))
  }

  @FieldResolver(() => Agency, { nullable: true })
  async agency(@Root() { agencyId }: PersonAssignment, @Ctx() ctx: RequestContext): Promise<Agency | null> {
    return agencyId === null ? null : agencyById(ctx, agencyId)
  }

  @FieldResolver(() => Boolean, {
    description: "Whether it is in force on the day `asOf`; today when absent",
  })
  active(
    @Root() assignment: PersonAssignment,
    @Arg("asOf", () => DateScalar, { nullable: true }) asOf: CalendarDate | null,
    @Ctx() ctx: RequestContext,
  ): boolean {
    return isActive(assignment, asOf ?? ctx.today)
  }

  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it, when and why; newest first",
  })
  history(
    @Root() assignment: PersonAssignment,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfAssignment(ctx, assignment.id, page)
  }
}
