import { t } from "@lingui/core/macro"
import type { ObstacleAction } from "../__generated__/graphql.ts"
import { type AttachedFile, attachedFiles } from "../evidence/attached-file.ts"
import { neededDay, neededWords, optionalDay, optionalPick, optionalWords } from "../form/written.ts"
import { z } from "../form/zod.ts"

/** What can be done with an obstacle that is there. */
export type ObstacleMove = Exclude<ObstacleAction, "RAISE">

/** Whether a field of a step must be filled in, may be, or is not there. */
type Need = "NEEDED" | "WELCOME" | "NONE"

/** What each step asks for; the graph has the same rules. */
export const NEEDS: Readonly<Record<ObstacleMove, { words: Need; document: Need; into?: true }>> = {
  ACCEPT: { words: "WELCOME", document: "NONE" },
  RETURN: { words: "NEEDED", document: "NONE" },
  REPLY: { words: "NEEDED", document: "NONE" },
  DECLINE: { words: "NEEDED", document: "NONE" },
  SEND_UP: { words: "NEEDED", document: "WELCOME" },
  DECIDE: { words: "NEEDED", document: "NEEDED" },
  ANSWER: { words: "NEEDED", document: "WELCOME" },
  MERGE: { words: "WELCOME", document: "NONE", into: true },
  UNMERGE: { words: "NEEDED", document: "NONE" },
  WITHDRAW: { words: "NEEDED", document: "NONE" },
}

/** What is typed for a step. */
export interface StepTyped {
  words: string
  number: string
  issuedOn: string
  issuer: string
  link: string
  fileIds: AttachedFile[]
  intoId: { id: string; name: string } | null
}

export const EMPTY_STEP: StepTyped = {
  words: "",
  number: "",
  issuedOn: "",
  issuer: "",
  link: "",
  fileIds: [],
  intoId: null,
}

/** Reads what is typed for a step into what is sent. */
export function stepForm(move: ObstacleMove) {
  const { words, document, into } = NEEDS[move]
  const needed = document === "NEEDED"
  return z
    .object({
      words: words === "NEEDED" ? neededWords : optionalWords,
      number: needed ? neededWords : optionalWords,
      issuedOn: needed ? neededDay : optionalDay,
      issuer: needed ? neededWords : optionalWords,
      link: optionalWords,
      fileIds: attachedFiles,
      intoId: optionalPick,
    })
    .transform(({ words: said, number, issuedOn, issuer, link, fileIds, intoId }, ctx) => {
      if (into && intoId === null)
        ctx.addIssue({ code: "custom", path: ["intoId"], message: t`Hãy chọn một mục` })
      const parts = { number, issuedOn, issuer }
      const given = fileIds.length > 0 || [number, issuedOn, issuer, link].some((part) => part !== null)
      // A document is given whole or not at all
      for (const [field, part] of Object.entries(parts))
        if (given && part === null)
          ctx.addIssue({ code: "custom", path: [field], message: t`Không được để trống` })
      return {
        words: said,
        ...(document === "NONE"
          ? {}
          : {
              document: given
                ? { number: number ?? "", issuedOn: issuedOn ?? "", issuer: issuer ?? "", link, fileIds }
                : null,
            }),
        ...(into ? { intoId: intoId ?? "" } : {}),
      }
    })
}
