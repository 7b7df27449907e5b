import { AssessmentState } from "@plan43/indicator-assessment"
import { TaskStatus } from "@plan43/official-tally"
import { RequiresScopes } from "@plan43/subgraph"
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"
import type { SynthesisContent } from "../synthesis-content.ts"
import { namesOf } from "../tables.ts"
import { FigureRowKind, type FigureSource, type Piece } from "./figure.ts"
import { type PartBlock, type PartKey, type ReportPart } from "./report-part.ts"

registerEnumType(FigureRowKind, { name: "FigureRowKind", description: "What the rows of a figure are" })

/** What a generated piece of a part of the report is. */
export const SynthesisParagraphKind = {
  SENTENCE: "SENTENCE",
  SUBHEADING: "SUBHEADING",
  TABLE: "TABLE",
} as const satisfies Record<PartBlock["kind"], PartBlock["kind"]>
export type SynthesisParagraphKind = keyof typeof SynthesisParagraphKind
registerEnumType(SynthesisParagraphKind, {
  name: "SynthesisParagraphKind",
  description: "A sentence, a heading within the part, or a table that the files have",
})

@RequiresScopes("reports:read")
@ObjectType({
  simpleResolvers: true,
  description: "What a register is narrowed to, as of the day of the report, to list the rows of a figure",
})
export class FigureFilter {
  @Field(() => [TaskStatus])
  status!: readonly TaskStatus[]

  @Field(() => String, { nullable: true, description: "Numeral of a section of the plan" })
  section!: string | null

  @Field(() => ID, { nullable: true, description: "The agency that leads, with what it took over" })
  leadId!: string | null

  @Field(() => [AssessmentState])
  assessment!: readonly AssessmentState[]
}

@RequiresScopes("reports:read")
@ObjectType({ simpleResolvers: true, description: "A row that a figure counts" })
export class FigureRow {
  @Field(() => ID)
  id!: string

  @Field(() => String, { nullable: true, description: "e.g. 85b or VM-12; null where it has none" })
  code!: string | null

  @Field(() => String)
  name!: string
}

@RequiresScopes("reports:read")
@ObjectType({ simpleResolvers: true, description: "Where a figure comes from" })
export class SynthesisFigureSource {
  @Field(() => FigureRowKind)
  kind!: FigureRowKind

  @Field(() => Int, { description: "How many rows there are; a percentage has those that are its part" })
  count!: number

  @Field(() => FigureFilter, { nullable: true, description: "null: no register can be narrowed to them" })
  filter!: FigureFilter | null

  @Field(() => [FigureRow], { description: "One by one, where no register can be narrowed to them" })
  rows!: FigureRow[]
}

@RequiresScopes("reports:read")
@ObjectType({ simpleResolvers: true, description: "Words of a generated sentence, or a figure in it" })
export class SynthesisPiece {
  @Field(() => String)
  text!: string

  @Field(() => SynthesisFigureSource, { nullable: true, description: "Of a figure; null: these are words" })
  source!: SynthesisFigureSource | null
}

@RequiresScopes("reports:read")
@ObjectType({ simpleResolvers: true, description: "What is generated from the data: nobody writes over it" })
export class SynthesisParagraph {
  @Field(() => SynthesisParagraphKind)
  kind!: SynthesisParagraphKind

  @Field(() => [SynthesisPiece])
  pieces!: SynthesisPiece[]

  @Field(() => Int, { nullable: true, description: "Of a table" })
  rowCount!: number | null
}

@RequiresScopes("reports:read")
@ObjectType({ simpleResolvers: true, description: "A part of the report as it is read" })
export class SynthesisSection {
  roundId!: string

  @Field(() => String, {
    nullable: true,
    description: "By which commentary is written to it; null: nobody writes to it",
  })
  key!: PartKey | null

  @Field(() => String, { nullable: true, description: "null: it stands without one" })
  heading!: string | null

  @Field(() => [SynthesisParagraph])
  paragraphs!: SynthesisParagraph[]
}

/** A part of a round's report as the graph tells it. */
export function sectionOfPart(
  { key, heading, blocks }: ReportPart,
  roundId: string,
  content: SynthesisContent,
): SynthesisSection {
  const rowOf = rowsOf(content)
  return Object.assign(new SynthesisSection(), {
    roundId,
    key,
    heading,
    paragraphs: blocks.map((block) => paragraphOf(block, rowOf)),
  })
}

function paragraphOf(block: PartBlock, rowOf: RowOf): SynthesisParagraph {
  if (block.kind === "SENTENCE")
    return { kind: block.kind, pieces: block.pieces.map((piece) => pieceOf(piece, rowOf)), rowCount: null }
  if (block.kind === "SUBHEADING")
    return { kind: block.kind, pieces: [pieceOf(block.text, rowOf)], rowCount: null }
  const { title, rows } = block.table
  return {
    kind: block.kind,
    pieces: [pieceOf(title, rowOf)],
    rowCount: rows.filter((row) => !("heading" in row)).length,
  }
}

function pieceOf(piece: Piece, rowOf: RowOf): SynthesisPiece {
  return typeof piece === "string"
    ? { text: piece, source: null }
    : { text: piece.text, source: sourceOf(piece.source, rowOf) }
}

type RowOf = (kind: FigureRowKind, id: string) => FigureRow

function sourceOf({ kind, ids, filter }: FigureSource, rowOf: RowOf): SynthesisFigureSource {
  return {
    kind,
    count: ids.length,
    filter: filter && {
      status: filter.status ?? [],
      section: filter.section ?? null,
      leadId: filter.leadId ?? null,
      assessment: filter.assessment ?? [],
    },
    rows: filter === null ? ids.map((id) => rowOf(kind, id)) : [],
  }
}

/** The rows that figures count, by what they are and by identifier. */
function rowsOf(content: SynthesisContent): RowOf {
  const nameOf = namesOf(content)
  const byId = <Row extends { id: string }>(rows: readonly Row[], rowFor: (row: Row) => FigureRow) =>
    new Map(rows.map((row) => [row.id, rowFor(row)]))
  const known: Record<FigureRowKind, ReadonlyMap<string, FigureRow>> = {
    TASK: byId(content.tasks, ({ id, code, title }) => ({ id, code, name: title })),
    INDICATOR: byId(content.indicators, ({ id, code, name }) => ({ id, code, name })),
    REPORT: byId(content.reports, ({ id, agencyId }) => ({ id, code: null, name: nameOf(agencyId) })),
    OBSTACLE: byId(content.obstacles ?? [], ({ id, number, title }) => ({
      id,
      code: `VM-${number}`,
      name: title,
    })),
    AGENCY: byId(content.agencies, ({ id, name }) => ({ id, code: null, name })),
    QUESTION: byId(content.questions ?? [], ({ id, code, text }) => ({ id, code, name: text })),
  }
  return (kind, id) => known[kind].get(id) ?? { id, code: null, name: id }
}
