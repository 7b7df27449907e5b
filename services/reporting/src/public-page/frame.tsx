import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { inLanguage, LIST_PATH } from "./addresses.ts"
import { LANGUAGE_TAG, type Language } from "./language.ts"
import { STYLE_PATH } from "./style.ts"
import { speech } from "./words.ts"

export interface FrameProps {
  language: Language
  /** What the page is about, before the name of the site. */
  title: string
  /** One sentence for whoever finds it in a search. */
  description: string
  /** The one address of what it shows, without language; null: it has none, and is kept by no search engine. */
  path: string | null
  /** What describes it to programs, as schema.org does. */
  structured?: unknown
  children: ReactNode
}

/** Where clients reach the system, e.g. "https://…"; empty where that is not known: addresses are then those of the origin. */
export interface Surroundings {
  origin: string
}

/** A whole page: no script, no style of its own, nothing from elsewhere. */
export function pageOf(props: FrameProps, surroundings: Surroundings): string {
  return `<!doctype html>${renderToStaticMarkup(<Frame {...props} {...surroundings} />)}`
}

function Frame({
  language,
  title,
  description,
  path,
  structured,
  origin,
  children,
}: FrameProps & Surroundings) {
  const { words } = speech(language)
  const other: Language = language === "VI" ? "EN" : "VI"
  const at = (tongue: Language) => `${origin}${inLanguage(path ?? LIST_PATH, tongue)}`
  return (
    <html lang={LANGUAGE_TAG[language]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${words.site}`}</title>
        <meta name="description" content={description} />
        {path === null ? (
          <meta name="robots" content="noindex" />
        ) : (
          <>
            <link rel="canonical" href={at(language)} />
            <link rel="alternate" hrefLang="vi" href={at("VI")} />
            <link rel="alternate" hrefLang="en" href={at("EN")} />
          </>
        )}
        <link rel="stylesheet" href={STYLE_PATH} />
        {structured !== undefined && (
          <script
            type="application/ld+json"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: data, in which nothing can end the element
            dangerouslySetInnerHTML={{ __html: JSON.stringify(structured).replaceAll("<", "\\u003c") }}
          />
        )}
      </head>
      <body>
        <a className="skip" href="#noi-dung">
          {words.toContent}
        </a>
        <header className="site">
          <div className="inner">
            <div>
              <p className="publisher">{words.publisher}</p>
              <p className="name">
                <a href={inLanguage(LIST_PATH, language)}>{words.site}</a>
              </p>
            </div>
            {path !== null && (
              <a
                className="language"
                href={inLanguage(path, other)}
                hrefLang={LANGUAGE_TAG[other]}
                lang={LANGUAGE_TAG[other]}
              >
                {words.otherLanguage}
              </a>
            )}
          </div>
        </header>
        <main id="noi-dung" tabIndex={-1}>
          {children}
        </main>
        <footer className="site">
          <div className="inner">
            <p>{words.publisher}</p>
            <p>
              <a href="/">{words.console}</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  )
}
