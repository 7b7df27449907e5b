import { FieldResolver, Resolver, Root } from "type-graphql"
import { RoundFile, RoundSynthesis } from "../synthesis/round-synthesis.ts"
import { tablesFileOf } from "../synthesis/synthesis-files.ts"
import { RecipientForm, recipientFormOf } from "./recipient-form.ts"
import { FORM_RULES, filledForm, formTable } from "./recipient-forms.ts"

@Resolver(() => RoundSynthesis)
export class FormsOfSynthesisResolver {
  @FieldResolver(() => [RecipientForm], {
    description: "The same data in the forms of other recipients: a mapping for each",
  })
  forms(@Root() { found: { content } }: RoundSynthesis): RecipientForm[] {
    return FORM_RULES.map((rule) => recipientFormOf(filledForm(rule, content), content))
  }
}

@Resolver(() => RecipientForm)
export class RecipientFormResolver {
  @FieldResolver(() => RoundFile, { description: "As an Excel workbook" })
  file(@Root() { filled, content, title }: RecipientForm): Promise<RoundFile> {
    return tablesFileOf(content, title.toLowerCase(), [formTable(filled)])
  }
}
