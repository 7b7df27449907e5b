import { useApolloClient } from "@apollo/client/react"
import { useState } from "react"
import { graphql } from "../__generated__/index.ts"
import { useIdempotencyKey } from "../form/idempotency-key.ts"
import type { UserError } from "../form/user-error.ts"
import { useChange } from "../graph/change-graph.ts"
import { type Failure, failureOf } from "../graph/failure.ts"

const ToRemindDocument = graphql(`
  query ToRemind($agency: ID!, $after: String) {
    obligationsToRemind(agency: $agency, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          reminderDraft {
            id
          }
        }
      }
    }
  }
`)

const DraftReminderDocument = graphql(`
  mutation DraftReminder($input: DraftReminderInput!) {
    draftReminder(input: $input) {
      reminder {
        id
      }
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

/** Drafts a letter and says what came of it. */
export interface Drafting {
  /** @returns what was refused; null when no answer came, `failure` then says why */
  draft: (
    obligationIds: readonly string[],
  ) => Promise<{ id: string | null; errors: readonly UserError[] } | null>
  failure: Failure | null
}

/** Drafts a letter to one agency. */
export function useDrafting(): Drafting {
  const keyFor = useIdempotencyKey()
  const { change, failure } = useChange(DraftReminderDocument, [
    "reminders",
    "obligationsToRemind",
    "agenciesToRemind",
  ])
  return {
    failure,
    async draft(obligationIds) {
      const input = { obligationIds: [...obligationIds], idempotencyKey: keyFor(obligationIds) }
      const answer = await change({ input })
      if (answer === null) return null
      const { reminder, userErrors } = answer.draftReminder
      return { id: reminder?.id ?? null, errors: userErrors }
    },
  }
}

/** How far drafting for several agencies has come. */
interface Drafted {
  letters: number
  /** The agencies of which all is in a draft by now; of the others something was refused, or no answer came. */
  done: readonly string[]
}

const NOTHING_LEFT = { id: null, errors: [] }

/** Drafts one letter to each of several agencies, about all that is late or silent and in no draft yet. */
export function useDraftingForAll() {
  const client = useApolloClient()
  const { draft, failure: draftFailure } = useDrafting()
  const [running, setRunning] = useState(false)
  const [readFailure, setReadFailure] = useState<Failure | null>(null)
  const [unanswered, setUnanswered] = useState(false)
  const [errors, setErrors] = useState<readonly UserError[]>([])

  async function undrafted(agency: string, after: string | null = null): Promise<string[]> {
    const { data } = await client.query({
      query: ToRemindDocument,
      variables: { agency, after },
      fetchPolicy: "network-only",
    })
    if (data === undefined) return []
    const { edges, pageInfo } = data.obligationsToRemind
    const ids = edges.flatMap(({ node }) => (node.reminderDraft == null ? [node.id] : []))
    return pageInfo.hasNextPage && pageInfo.endCursor
      ? [...ids, ...(await undrafted(agency, pageInfo.endCursor))]
      : ids
  }

  async function draftAll(agencies: readonly string[]): Promise<Drafted> {
    setRunning(true)
    setReadFailure(null)
    setUnanswered(false)
    setErrors([])
    const done: string[] = []
    let letters = 0
    try {
      for (const agency of agencies) {
        const ids = await undrafted(agency)
        const outcome = ids.length === 0 ? NOTHING_LEFT : await draft(ids)
        if (outcome === null) {
          setUnanswered(true)
          break
        }
        if (outcome.id !== null) letters += 1
        if (outcome.errors.length === 0) done.push(agency)
        setErrors((before) => [...before, ...outcome.errors])
      }
    } catch (error) {
      setReadFailure(failureOf(error as Error))
    } finally {
      setRunning(false)
    }
    return { letters, done }
  }

  return { draftAll, running, failure: readFailure ?? (unanswered ? draftFailure : null), errors }
}
