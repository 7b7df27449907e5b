import { createRootRoute } from "@tanstack/react-router"
import { Frame } from "./frame.tsx"
import { NotFound } from "./not-found.tsx"
import { ScreenFailure } from "./screen-failure.tsx"

/** Everything stands within the frame: header, navigation, shortcuts. */
export const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: ScreenFailure,
})
