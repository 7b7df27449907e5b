const TITLE = "Truy vấn dữ liệu Kế hoạch 43"

const FIRST_QUERY = `# Kế hoạch 43/KH-UBND: nhiệm vụ sắp đến hạn, ai chủ trì, ai phối hợp.
# Chạy bằng Ctrl-Enter; Ctrl-Space gợi ý trường và tham số.
query SapDenHan {
  tasks(first: 10, orderBy: { field: DUE_ON }) {
    totalCount
    nodes: edges {
      task: node {
        code
        title
        status
        deadline { text dueOn }
        leads { name }
      }
    }
  }
}
`

/**
 * The explorer's page.
 * @param assets address of the folder with its files, without a closing slash
 */
export function explorerPage(assets: string): string {
  return `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${TITLE}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${assets}/graphiql.css">
    <style>html, body, #root { height: 100%; margin: 0 }</style>
  </head>
  <body>
    <noscript>Trang này cần JavaScript. API vẫn dùng được bằng POST /graphql.</noscript>
    <div id="root"></div>
    <script src="${assets}/graphiql.js" defer></script>
    <script src="${assets}/start.js" defer></script>
  </body>
</html>
`
}

/** The script that starts GraphiQL on the page's own address. */
export function explorerStart(assets: string): string {
  const workers = {
    editorWorkerService: `${assets}/editor.worker.js`,
    graphql: `${assets}/graphql.worker.js`,
    json: `${assets}/json.worker.js`,
  }
  const options = {
    endpoint: "/graphql",
    title: TITLE,
    defaultQuery: FIRST_QUERY,
    shouldPersistHeaders: false,
  }
  return `const workers = ${JSON.stringify(workers)}
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => workers[label] }
YogaGraphiQL.renderYogaGraphiQL(document.getElementById("root"), ${JSON.stringify(options)})
`
}
