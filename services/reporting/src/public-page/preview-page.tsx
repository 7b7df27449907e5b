import type { PublishedContent } from "../publication/published-content.ts"
import { pageOf } from "./frame.tsx"
import type { Language } from "./language.ts"
import { PublicationPage } from "./publication-page.tsx"
import { speech } from "./words.ts"

/** The page that the public would see of a content, without what there is only once it was published. */
export function previewPage(content: PublishedContent, language: Language): string {
  const said = speech(language)
  return pageOf(
    {
      language,
      title: content.round.name,
      description: said.words.preview,
      path: null,
      children: (
        <PublicationPage
          view={{ content, standing: null, versions: [], place: { address: "", version: null }, said }}
        />
      ),
    },
    { origin: "" },
  )
}
