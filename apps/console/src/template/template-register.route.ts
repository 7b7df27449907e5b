import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { templateSearch } from "./template-search.ts"

export const templateRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/mau-bao-cao",
  validateSearch: templateSearch.known,
  component: lazyRouteComponent(() => import("./template-register.tsx"), "TemplateRegister"),
})
