import {
  authored,
  type Outcome,
  payloadOf,
  type RecordingContext,
  type RecordingRequest,
  type RequestContext,
  RequiresScopes,
  type StandingRow,
} from "@plan43/subgraph"
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql"
import { agencyReference } from "../agency/agency.ts"
import { DEFAULT_PLAN_NUMBER, findPlan } from "../plan/plan.loader.ts"
import { taskById } from "../task/task.loader.ts"
import type { Task } from "../task/task.ts"
import { DocumentMergeProposal } from "./merge/document-merge-proposal.ts"
import { findMergeProposals } from "./merge/find-merge-proposals.ts"
import { mergeDocuments, separateDocument } from "./merge/merge-documents.ts"
import { declineProposal, type Proposal, reconsiderProposal } from "./proposal/decline-proposal.ts"
import { endDocument, reinstateDocument } from "./recording/end-document.ts"
import { type Preview, previewDocument, recordDocument, revokeDocument } from "./recording/record-document.ts"
import { suggestionsNow } from "./suggestion/find-suggestions.ts"
import {
  AppointWatcherInput,
  DocumentInput,
  DocumentPreview,
  DocumentPreviewPayload,
  DueDaysInput,
  EndDocumentInput,
  MergeDocumentsInput,
  PreviewDocumentInput,
  ProposalInput,
  ProposalPayload,
  RecordDocumentInput,
  RevokeDocumentInput,
  TriggerPayload,
} from "./trigger.input.ts"
import { triggerById } from "./trigger.loader.ts"
import { Trigger } from "./trigger.ts"
import { appointWatcher } from "./watch/appoint-watcher.ts"
import { markDocumentChecked, setDueDays, unwatchDocument, watchDocument } from "./watch/watch-document.ts"

@Resolver(() => Trigger)
export class TriggerRecordingResolver {
  @RequiresScopes("documents:write")
  @Query(() => DocumentPreviewPayload, {
    nullable: true,
    description: "What recording a document would do: which tasks start, when, due when, who is told",
  })
  async previewDocument(
    @Arg("input", () => PreviewDocumentInput) input: PreviewDocumentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DocumentPreviewPayload> {
    const outcome = await previewDocument(ctx, input, input.document)
    return "recorded" in outcome
      ? { preview: await previewOf(ctx, outcome.recorded), userErrors: [] }
      : { preview: null, userErrors: outcome.refusals }
  }

  @RequiresScopes("documents:write")
  @Mutation(() => TriggerPayload, {
    description: "Records a document as issued, or corrects that; does what the preview said, or nothing",
  })
  async recordDocument(
    @Arg("input", () => RecordDocumentInput) input: RecordDocumentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TriggerPayload> {
    const { document, preview } = input
    return payloadOf("trigger", await recordDocument(authored(ctx), input, input, document, preview))
  }

  @RequiresScopes("documents:write")
  @Mutation(() => TriggerPayload, {
    description: "Takes back that a document was issued; its tasks wait again",
  })
  async revokeDocument(
    @Arg("input", () => RevokeDocumentInput) input: RevokeDocumentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TriggerPayload> {
    return payloadOf("trigger", await revokeDocument(authored(ctx), input, input, input.preview))
  }

  @RequiresScopes("documents:write")
  @Mutation(() => TriggerPayload, {
    description: "Records that a document was replaced or repealed; starts stand",
  })
  async endDocument(
    @Arg("input", () => EndDocumentInput) input: EndDocumentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TriggerPayload> {
    return payloadOf("trigger", await endDocument(authored(ctx), input, input, input))
  }

  @RequiresScopes("documents:write")
  @Mutation(() => TriggerPayload, {
    description: "Takes back that it was replaced or repealed; needs a reason",
  })
  reinstateDocument(
    @Arg("input", () => DocumentInput) input: DocumentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TriggerPayload> {
    return changed(ctx, input, reinstateDocument)
  }

  @RequiresScopes("documents:write")
  @Mutation(() => TriggerPayload, { description: "Whoever asks watches over the document from now on" })
  watchDocument(
    @Arg("input", () => DocumentInput) input: DocumentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TriggerPayload> {
    return changed(ctx, input, watchDocument)
  }

  @RequiresScopes("documents:write")
  @Mutation(() => TriggerPayload, {
    description: "A person with an assignment watches over the document from now on, and is told",
  })
  async appointWatcher(
    @Arg("input", () => AppointWatcherInput) input: AppointWatcherInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TriggerPayload> {
    return payloadOf("trigger", await appointWatcher(authored(ctx), input, input, input.assignmentId))
  }

  @RequiresScopes("documents:write")
  @Mutation(() => TriggerPayload, { description: "Nobody watches over the document from now on" })
  unwatchDocument(
    @Arg("input", () => DocumentInput) input: DocumentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TriggerPayload> {
    return changed(ctx, input, unwatchDocument)
  }

  @RequiresScopes("documents:write")
  @Mutation(() => TriggerPayload, { description: "Somebody looked today whether it was issued" })
  markDocumentChecked(
    @Arg("input", () => DocumentInput) input: DocumentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TriggerPayload> {
    return changed(ctx, input, markDocumentChecked)
  }

  @RequiresScopes("documents:write")
  @Mutation(() => TriggerPayload, {
    description: "Refused once the document is recorded: a correction sets it then",
  })
  async setDocumentDueDays(
    @Arg("input", () => DueDaysInput) input: DueDaysInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TriggerPayload> {
    return payloadOf("trigger", await setDueDays(authored(ctx), input, input, input.dueDays))
  }

  @RequiresScopes("documents:write")
  @Query(() => [DocumentMergeProposal], {
    nullable: true,
    description:
      "Awaited documents of a plan (43/KH-UBND when absent) that clearly are the same one, declined ones included",
  })
  async mergeProposals(
    @Arg("plan", () => String, { nullable: true }) plan: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<DocumentMergeProposal[]> {
    const within = await findPlan(ctx, plan ?? DEFAULT_PLAN_NUMBER)
    return within === null ? [] : findMergeProposals(ctx, within)
  }

  @RequiresScopes("documents:write")
  @Mutation(() => TriggerPayload, {
    description: "Takes documents for the same; each keeps the plan's words",
  })
  async mergeDocuments(
    @Arg("input", () => MergeDocumentsInput) input: MergeDocumentsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TriggerPayload> {
    return payloadOf("trigger", await mergeDocuments(authored(ctx), input, input, input.merged))
  }

  @RequiresScopes("documents:write")
  @Mutation(() => TriggerPayload, {
    description: "Undoes a merge; what was recorded meanwhile stays recorded of both",
  })
  separateDocument(
    @Arg("input", () => DocumentInput) input: DocumentInput,
    @Ctx() ctx: RequestContext,
  ): Promise<TriggerPayload> {
    return changed(ctx, input, separateDocument)
  }

  @RequiresScopes("documents:write")
  @Mutation(() => ProposalPayload, { description: "Declines a proposed merge or a suggested document" })
  async declineProposal(
    @Arg("input", () => ProposalInput) input: ProposalInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ProposalPayload> {
    return payloadOf("proposal", await declineProposal(authored(ctx), input, await proposalOf(ctx, input.id)))
  }

  @RequiresScopes("documents:write")
  @Mutation(() => ProposalPayload, { description: "Takes back that a proposal was declined" })
  async reconsiderProposal(
    @Arg("input", () => ProposalInput) input: ProposalInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ProposalPayload> {
    return payloadOf(
      "proposal",
      await reconsiderProposal(authored(ctx), input, await proposalOf(ctx, input.id)),
    )
  }
}

async function changed(
  ctx: RequestContext,
  input: DocumentInput,
  change: (
    ctx: RecordingContext,
    request: RecordingRequest,
    standing: StandingRow,
  ) => Promise<Outcome<Trigger>>,
): Promise<TriggerPayload> {
  return payloadOf("trigger", await change(authored(ctx), input, input))
}

async function proposalOf(ctx: RequestContext, id: string): Promise<Proposal> {
  const { suggestions } = await suggestionsNow(ctx)
  if (suggestions.some((suggestion) => suggestion.id === id)) return { id, proposed: true }
  const plan = await findPlan(ctx, DEFAULT_PLAN_NUMBER)
  const merges = plan === null ? [] : await findMergeProposals(ctx, plan)
  return { id, proposed: merges.some((merge) => merge.id === id) }
}

async function previewOf(
  ctx: RequestContext,
  { token, effects, agencyIds }: Preview,
): Promise<DocumentPreview> {
  return {
    token,
    effects: await Promise.all(
      effects.map(async ({ taskId, change, before, after, waitsFor }) => ({
        task: (await taskById(ctx, taskId)) as Task,
        change,
        before,
        after,
        waitsFor: (await Promise.all(waitsFor.map((id) => triggerById(ctx, id)))).filter(
          (each): each is Trigger => each !== null,
        ),
      })),
    ),
    agencies: agencyIds.map(agencyReference),
  }
}
