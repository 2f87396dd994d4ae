/** Who may import whom. `docs/decisions` says why; `tests/contracts/layers.test.ts` plants violations and sees them caught. */
module.exports = {
  forbidden: [
    {
      name: "pages-never-touch-the-database",
      severity: "error",
      from: { path: "^app/(routes|components|i18n)/" },
      to: { path: "^db/" },
    },
    {
      name: "a-noun-is-entered-by-its-door",
      comment: "Other folders import a noun's index.server.ts; its words, shapes and pure rules may be imported by anybody.",
      severity: "error",
      from: { path: "^app/(routes|components|i18n|platform|mail|jobs|commands)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^app/domain/[^/]+/.+\\.server\\.ts$", pathNot: "^app/domain/[^/]+/index\\.server\\.ts$" },
    },
    {
      name: "domain-knows-no-pages",
      severity: "error",
      from: { path: "^app/domain/", pathNot: "\\.test\\.tsx?$" },
      to: { path: ["^app/(routes|components|platform|commands)/", "node_modules/(@remix-run|react|react-dom)/"] },
    },
    {
      name: "components-know-no-server",
      severity: "error",
      from: { path: "^app/components/", pathNot: "\\.test\\.tsx?$" },
      to: { path: ["\\.server\\.tsx?$", "^app/routes/", "^app/platform/"] },
    },
    {
      name: "tables-follow-words",
      comment: "The schema imports only vocabularies. Seeds and factories make worlds by the domain's own acts.",
      severity: "error",
      from: { path: "^db/", pathNot: ["^db/seed/", "\\.test\\.ts$"] },
      to: { path: "^app/", pathNot: "^app/domain/[^/]+/vocabulary\\.ts$" },
    },
    {
      name: "words-import-nothing",
      severity: "error",
      from: { path: "vocabulary\\.ts$" },
      to: { path: ".+" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: "^(app|db)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^tests/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
