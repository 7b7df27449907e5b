import { type ClassType, Directive, Field, Int, ObjectType } from "type-graphql"

/** Where a page stands in its list. */
@Directive("@shareable")
@ObjectType("PageInfo", { simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean

  @Field(() => Boolean)
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true })
  startCursor!: string | null

  @Field(() => String, { nullable: true })
  endCursor!: string | null
}

/** One row of a list and where it stands. */
export interface Edge<T> {
  node: T
  cursor: string
}

/** A page of a list. The count of the whole list costs a statement, made only when asked for. */
export interface Connection<T> {
  edges: Edge<T>[]
  pageInfo: PageInfo
  totalCount: () => Promise<number>
}

/**
 * The object types `<name>Edge` and `<name>Connection` of Relay's specification.
 * @param node gives the class of the rows
 */
export function connectionType<T extends object>(
  name: string,
  node: () => ClassType<T>,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class EdgeType {
    @Field(() => node())
    node!: T

    @Field(() => String)
    cursor!: string
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class ConnectionType {
    @Field(() => [EdgeType])
    edges!: EdgeType[]

    @Field(() => PageInfo)
    pageInfo!: PageInfo

    @Field(() => Int, { description: "Rows in the whole list, all pages together" })
    totalCount!: () => Promise<number>
  }
  return ConnectionType
}
