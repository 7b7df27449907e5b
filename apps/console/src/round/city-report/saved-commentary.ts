import { graphql } from "../../__generated__/index.ts"
import { type SavedForm, useSavedForm } from "../../form/saved-form.ts"
import { z } from "../../form/zod.ts"
import { useChange } from "../../graph/change-graph.ts"
import type { Failure } from "../../graph/failure.ts"
import type { Commentary } from "./ask-commentary.ts"

export const SaveCommentaryDocument = graphql(`
  mutation SaveCommentary($input: SaveCommentaryInput!) {
    saveCommentary(input: $input) {
      commentary {
        id
        part
        body
        version
        writtenBy
        updatedAt
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** What is typed to a part. It is sent as it is: a line that was begun must not be taken away by what comes back. */
export const commentaryForm = z.object({ body: z.string() })

export type CommentaryTyped = z.input<typeof commentaryForm>

interface SavedCommentary extends SavedForm<CommentaryTyped, CommentaryTyped> {
  failure: Failure | null
}

interface WrittenPart {
  roundId: string
  part: string
  commentary: Commentary | null
  readAgain: () => Promise<unknown>
}

/** Keeps what is typed to a part of the report and sends it; see {@link useSavedForm}. */
export function useSavedCommentary({ roundId, part, commentary, readAgain }: WrittenPart): SavedCommentary {
  const { change, failure } = useChange(SaveCommentaryDocument, [])
  const saved = useSavedForm<CommentaryTyped, CommentaryTyped>({
    name: `commentary/${roundId}/${part}`,
    schema: commentaryForm,
    standing: { body: commentary?.body ?? "" },
    send: async ({ body }, idempotencyKey) => {
      const version = commentary?.version ?? 0
      const answer = await change({ input: { roundId, part, version, body, idempotencyKey } })
      // The first words make a row that no list has yet
      if (version === 0 && answer?.saveCommentary.commentary) await readAgain()
      return answer?.saveCommentary ?? null
    },
    readAgain,
  })
  return { ...saved, failure }
}
