import "@mantine/core/styles.css"
import "virtual:theme.css"
import "@fontsource-variable/inter"
import "./theme/theme.css"
import { ApolloProvider } from "@apollo/client/react"
import { i18n } from "@lingui/core"
import { I18nProvider } from "@lingui/react"
import { MantineProvider } from "@mantine/core"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { forgetAnswersOfOthers } from "./graph/forget-answers.ts"
import { graphClient } from "./graph/graph-client.ts"
import { chosenLanguage, speak } from "./language/language.ts"
import { readSession, watchSession } from "./session/session.ts"
import { router } from "./shell/router.ts"
import { theme } from "./theme/theme.ts"

void readSession()
watchSession()
forgetAnswersOfOthers()
await speak(chosenLanguage())

createRoot(document.getElementById("console") as HTMLElement).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <ApolloProvider client={graphClient}>
          <RouterProvider router={router} />
        </ApolloProvider>
      </MantineProvider>
    </I18nProvider>
  </StrictMode>,
)
