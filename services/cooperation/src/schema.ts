import { subgraphSchema } from "@plan43/subgraph"
import { CooperationActivityResolver } from "./activity/activity.resolver.ts"
import { activityById } from "./activity/find-activities.ts"
import { AgreementResolver } from "./agreement/agreement.resolver.ts"
import { agreementById } from "./agreement/find-agreements.ts"
import { ExpertResolver } from "./expert/expert.resolver.ts"
import { expertById } from "./expert/find-experts.ts"
import { partnerById } from "./partner/find-partners.ts"
import { PartnerResolver } from "./partner/partner.resolver.ts"
import { programmeById } from "./programme/find-programmes.ts"
import { CooperationProgrammeResolver, TaskProgrammesResolver } from "./programme/programme.resolver.ts"
import { PublicationResolver } from "./publication/publication.resolver.ts"
import { referenceTo, Task } from "./reference/references.ts"

/** The graph of international cooperation. */
export const cooperationSchema = subgraphSchema({
  resolvers: [
    AgreementResolver,
    CooperationActivityResolver,
    CooperationProgrammeResolver,
    ExpertResolver,
    PartnerResolver,
    PublicationResolver,
    TaskProgrammesResolver,
  ],
  references: {
    Agreement: ({ id }, ctx) => agreementById(ctx, id),
    CooperationActivity: ({ id }, ctx) => activityById(ctx, id),
    CooperationProgramme: ({ id }, ctx) => programmeById(ctx, id),
    Expert: ({ id }, ctx) => expertById(ctx, id),
    Partner: ({ id }, ctx) => partnerById(ctx, id),
    Task: ({ id }) => referenceTo(Task, id),
  },
})
