import { useLingui } from "@lingui/react/macro"
import { Button } from "@mantine/core"
import { useRef } from "react"
import { graphql } from "../__generated__/index.ts"
import { ConfirmDialog } from "../form/confirm-dialog.tsx"
import { useChange } from "../graph/change-graph.ts"

const DeclineProposalDocument = graphql(`
  mutation DeclineProposal($input: ProposalInput!) {
    declineProposal(input: $input) {
      proposal
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const ReconsiderProposalDocument = graphql(`
  mutation ReconsiderProposal($input: ProposalInput!) {
    reconsiderProposal(input: $input) {
      proposal
      userErrors {
        reason
        field
        message
      }
    }
  }
`)

const OUTDATED = ["mergeProposals", "documentSuggestions", "trigger", "knownDocuments"]

interface DeclineButtonProps {
  id: string
  declined: boolean
  /** What is declined, in words. */
  about: string
}

/** Declines what the program proposed, with a reason, or takes that back. */
export function DeclineButton({ id, declined, about }: DeclineButtonProps) {
  const { t } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const decline = useChange(DeclineProposalDocument, OUTDATED)
  const reconsider = useChange(ReconsiderProposalDocument, OUTDATED)
  const name = declined ? t`Xem xét lại` : t`Không phải`
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={`${name}: ${about}`}
        onClick={() => dialog.current?.showModal()}
      >
        {name}
      </Button>
      <ConfirmDialog
        dialog={dialog}
        title={declined ? t`Xem xét lại đề xuất` : t`Từ chối đề xuất`}
        reason={declined ? "WELCOME" : "NEEDED"}
        confirm={name}
        about={{ id, declined }}
        failure={decline.failure ?? reconsider.failure}
        send={async (reason, idempotencyKey) => {
          const input = { id, reason, idempotencyKey }
          return declined
            ? ((await reconsider.change({ input }))?.reconsiderProposal ?? null)
            : ((await decline.change({ input }))?.declineProposal ?? null)
        }}
        onDone={() => undefined}
      >
        <p lang="vi">{about}</p>
      </ConfirmDialog>
    </>
  )
}
