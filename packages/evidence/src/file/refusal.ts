/** A request for a file that is not answered with it. */
export class FileRefused extends Error {
  override readonly name = "FileRefused"

  /**
   * @param status of HTTP
   * @param code stable, for programs, e.g. "FILE_TOO_LARGE"
   * @param message for people, in Vietnamese: what was wrong and what would be right
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }

  /** In the shape of an answer of the graph that has an error and no data. */
  toBody(requestId: string): string {
    return JSON.stringify({
      errors: [{ message: this.message, extensions: { code: this.code, requestId } }],
    })
  }
}

/** Also where somebody may not know that there is a file. */
export function fileNotFound(): FileRefused {
  return new FileRefused(404, "FILE_NOT_FOUND", "Không có tệp này, hoặc tài khoản này không được xem")
}
