import { type Identity, type Role, rolesWith, type Scope } from "@plan43/authorization"
import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  isObjectType,
  Kind,
} from "graphql"
import { Directive } from "type-graphql"
import type { RequestContext } from "../context/request-context.ts"

const DIRECTIVE = "requiresScopes"

/** Only for whoever has one of the scopes: said in the schema, held by {@link enforceScopes}. */
export function RequiresScopes(
  ...anyOf: [Scope, ...Scope[]]
): MethodDecorator & PropertyDecorator & ClassDecorator {
  return Directive(`@${DIRECTIVE}(scopes: [${anyOf.map((scope) => `["${scope}"]`).join(", ")}])`)
}

/** Only the gateway asks for it: it is not in the public graph. */
export function ForGatewayOnly(): MethodDecorator {
  return (target, key, descriptor) => {
    RequiresScopes("gateway")(target, key as string, descriptor)
    Directive("@inaccessible")(target, key as string, descriptor)
  }
}

/** Whether somebody has one of the scopes. */
export function hasScope(viewer: Identity | null, ...anyOf: readonly Scope[]): boolean {
  return viewer !== null && anyOf.some((scope) => viewer.scopes.includes(scope))
}

/** Makes every field that names scopes refuse whoever has none of them, before it is resolved. */
export function enforceScopes(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    const ofType = scopesIn(type)
    for (const field of Object.values(type.getFields())) {
      const scopes = scopesIn(field) ?? ofType
      if (scopes === null) continue
      const { resolve = defaultFieldResolver, subscribe } = field as GraphQLField<unknown, RequestContext>
      const guarded =
        (answer: typeof resolve): typeof resolve =>
        (source, args, ctx, info) => {
          if (!hasScope(ctx.viewer, ...scopes))
            throw refusal(ctx.viewer, `${type.name}.${field.name}`, scopes)
          return answer(source, args, ctx, info)
        }
      field.resolve = guarded(resolve)
      if (subscribe !== undefined) field.subscribe = guarded(subscribe)
    }
  }
}

function scopesIn({
  astNode,
}: Pick<GraphQLField<unknown, unknown>, "astNode"> | { astNode?: unknown }): Scope[] | null {
  const node = astNode as GraphQLField<unknown, unknown>["astNode"]
  const directive = node?.directives?.find(({ name }) => name.value === DIRECTIVE)
  const value = directive?.arguments?.[0]?.value
  if (value?.kind !== Kind.LIST) return null
  return value.values.flatMap((all) =>
    all.kind === Kind.LIST
      ? all.values.flatMap((one) => (one.kind === Kind.STRING ? (one.value as Scope) : []))
      : [],
  )
}

/** An error that says who may: UNAUTHENTICATED to strangers, FORBIDDEN to those who are known. */
export function refusal(viewer: Identity | null, what: string, scopes: readonly Scope[]): GraphQLError {
  const roles = [...new Set(scopes.flatMap(rolesWith))]
  const who = roles.length === 0 ? "" : `; dành cho: ${roles.map((role) => ROLE_NAMES[role]).join(", ")}`
  return viewer === null
    ? new GraphQLError(`Cần đăng nhập để dùng ${what}${who}`, {
        extensions: { code: "UNAUTHENTICATED", requiredScopes: scopes, roles },
      })
    : new GraphQLError(`Tài khoản này không được dùng ${what}${who}`, {
        extensions: { code: "FORBIDDEN", requiredScopes: scopes, roles },
      })
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  COORDINATOR: "điều phối viên Sở KH&CN",
  AGENCY_OFFICER: "đầu mối của cơ quan",
  AGENCY_HEAD: "thủ trưởng cơ quan",
  CITY_LEADER: "lãnh đạo UBND Thành phố",
  FINANCE: "Sở Tài chính",
  AUDITOR: "thanh tra",
  ADMINISTRATOR: "quản trị hệ thống",
}
