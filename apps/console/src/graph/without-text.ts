/**
 * An operation by its id in the place of its text.
 * @param body an operation as Apollo Client writes it
 * @param ids of the build's operations by name
 * @throws Error for an operation that was not there when the console was built
 */
export function withoutText(body: unknown, ids: Readonly<Record<string, string>>): string {
  const { operationName, variables } = JSON.parse(String(body)) as {
    operationName: string
    variables: object
  }
  const documentId = ids[operationName]
  if (documentId === undefined) throw new Error(`the build does not know the operation ${operationName}`)
  return JSON.stringify({ documentId, operationName, variables })
}
