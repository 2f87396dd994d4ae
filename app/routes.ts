import { layout, route, type RouteConfig, type RouteConfigEntry } from "@remix-run/route-config";

/** Pages everybody sees: Vietnamese path, file. Paths are fixed: they are printed on posters. */
const portal: [path: string, file: string][] = [
  ["/", "home.tsx"],
  ["tim-kiem", "search.tsx"],
  ["thu-tuc", "procedures.tsx"],
  ["thu-tuc/:slug", "procedure.tsx"],
  ["tin-tuc", "news.tsx"],
  ["tin-tuc/:slug", "news-item.tsx"],
  ["van-ban", "documents.tsx"],
  ["van-ban/:slug", "document.tsx"],
  ["hoi-dap", "faq.tsx"],
  ["khao-sat", "rounds.tsx"],
  ["khao-sat/:slug", "round.tsx"],
  ["khao-sat/:slug/cam-on", "round-thanks.tsx"],
  ["p/:code", "slip.tsx"],
  ["hai-long", "results.tsx"],
  ["hai-long/:dot", "round-results.tsx"],
  ["hai-long/:dot/bao-cao", "round-report.tsx"],
  ["hai-long/:dot/cau-hoi-khac", "round-choices.tsx"],
  ["hai-long/:dot/nguoi-tra-loi", "round-profiles.tsx"],
  ["hai-long/:dot/uu-tien", "round-priorities.tsx"],
  ["phan-anh", "cases.tsx"],
  ["phan-anh/gui", "send-case.tsx"],
  ["phan-anh/da-gui", "case-sent.tsx"],
  ["phan-anh/tra-cuu", "track-case.tsx"],
  ["phan-anh/:code", "case.tsx"],
  ["don-vi", "units.tsx"],
  ["don-vi/:slug", "unit.tsx"],
  ["ke-hoach", "plans.tsx"],
  ["ke-hoach/:slug", "plan.tsx"],
  ["chi-so", "indices.tsx"],
  ["chi-so/:slug", "index-item.tsx"],
  ["doi-thoai", "dialogues.tsx"],
  ["nhan-thu", "subscribe.tsx"],
  ["thu/:token", "subscription.tsx"],
  ["kenh-tiep-nhan", "channels.tsx"],
  ["du-lieu", "open-data.tsx"],
  ["minh-bach", "transparency.tsx"],
  ["quyen-rieng-tu", "privacy.tsx"],
  ["tro-nang", "accessibility.tsx"],
  ["*", "not-found.tsx"],
];

/** Public pages that stand alone on the screen, without the portal’s header and footer. */
const alone: [path: string, file: string][] = [
  ["khao-sat/:slug/ki-ot", "kiosk.tsx"],
  ["hai-long/:dot/nhung/:chart", "round-embed.tsx"],
];

/** Public answers that are not pages, in both languages. */
const portalFiles: [path: string, file: string][] = [
  ["tin-tuc.xml", "news-feed.ts"],
  ["phan-anh.xml", "case-feed.ts"],
  ["khao-sat/:slug/ki-ot.js", "kiosk-worker.ts"],
  ["phan-anh/tra-cuu/tep/:id", "receipt-file.ts"],
  ["hai-long/:dot/bieu-do/:file", "round-chart.ts"],
  ["hai-long/:dot/tai/:file", "round-report-file.ts"],
];

/** The officials' office: it hydrates. */
const office: [path: string, file: string][] = [
  ["can-bo", "home.tsx"],
  ["can-bo/ho-so", "cases.tsx"],
  ["can-bo/ho-so/nhap", "enter-case.tsx"],
  ["can-bo/ho-so/:code", "case.tsx"],
  ["can-bo/ho-so/:code/cong-khai", "public-copy.tsx"],
  ["can-bo/van-ban/:id", "document.tsx"],
  ["can-bo/ra-soat", "reviews.tsx"],
  ["can-bo/ho-so/:code/lien-quan", "intake-duplicates.tsx"],
  ["can-bo/nhap-danh-sach", "intake-lists.tsx"],
  ["can-bo/nhap-danh-sach/:id", "intake-import.tsx"],
  ["can-bo/phan-cong", "routing.tsx"],
  ["can-bo/phan-cong/thu", "routing-simulator.tsx"],
  ["can-bo/phan-cong/quy-tac/:rule", "routing-rule.tsx"],
  ["can-bo/mau-tra-loi", "templates.tsx"],
  ["can-bo/don-vi/sap-nhap", "unit-merge.tsx"],
  ["can-bo/bo-cau-hoi", "questionnaires.tsx"],
  ["can-bo/bo-cau-hoi/:code/:version", "questionnaire.tsx"],
  ["can-bo/bo-cau-hoi/:code/:version/cau/:question", "questionnaire-question.tsx"],
  ["can-bo/bo-cau-hoi/:code/:version/xem", "questionnaire-preview.tsx"],
  ["can-bo/khao-sat", "rounds.tsx"],
  ["can-bo/khao-sat/:slug", "round.tsx"],
  ["can-bo/khao-sat/:slug/loi-gop-y", "remarks.tsx"],
  ["can-bo/khao-sat/:slug/nhap-phieu", "paper-batches.tsx"],
  ["can-bo/khao-sat/:slug/nhap-phieu/:batch", "paper-batch.tsx"],
  ["can-bo/khao-sat/:slug/nhap-phieu/:batch/so-sanh", "paper-compare.tsx"],
  ["can-bo/nhap-phieu", "paper-rounds.tsx"],
  ["can-bo/ki-ot", "kiosks.tsx"],
  ["can-bo/phieu", "slips.tsx"],
  ["can-bo/viec-da-lam", "improvements.tsx"],
  ["can-bo/khao-sat/:slug/mau", "samples.tsx"],
  ["can-bo/khao-sat/:slug/mau/danh-sach", "sample-list.tsx"],
  ["can-bo/khao-sat/:slug/mau/ke-hoach", "sample-plan.tsx"],
  ["can-bo/khao-sat/:slug/mau/thu", "sample-letters.tsx"],
  ["can-bo/tin", "articles.tsx"],
  ["can-bo/tin/:id", "article.tsx"],
  ["can-bo/lich", "calendar.tsx"],
  ["can-bo/lich/quy-tac", "deadline-rules.tsx"],
  ["can-bo/nguoi-dung", "people.tsx"],
  ["can-bo/khoa-api", "api-keys.tsx"],
  ["can-bo/thu-di", "mail-room.tsx"],
  ["can-bo/nhat-ky", "audit.tsx"],
  ["can-bo/tai-khoan", "account.tsx"],
  ["can-bo/giu-lai/:id", "kept-form.tsx"],
];

const signIn: [path: string, file: string][] = [
  ["dang-nhap", "sign-in.tsx"],
  ["dang-nhap/ma", "second-factor.tsx"],
  ["dang-nhap/thiet-lap-ma", "set-up-totp.tsx"],
  ["dang-xuat", "sign-out.tsx"],
];

/** For machines, in no language of their own: errors are said in the caller's. */
const machines: [path: string, file: string][] = [
  ["api/v1/openapi.json", "api/openapi.ts"],
  ["api/v1/questionnaire.schema.json", "api/questionnaire-schema.ts"],
  ["api/v1/rounds/:slug/results", "api/round-results.ts"],
  ["api/v1/rounds/:slug/answers", "api/round-answers.ts"],
  ["api/v1/cases/:code/thread", "api/case-thread.ts"],
  ["api/v1/partner/cases", "api/partner-cases.ts"],
  ["api/v1/:kind", "api/list.ts"],
  ["api/v1/:kind/:slug", "api/item.ts"],
  ["api/mail/incoming", "api/incoming-mail.ts"],
  ["api/mail/unsubscribe/:token", "api/unsubscribe.ts"],
  ["api/*", "api/not-found.ts"],
  ["open311/v2/:document", "open311/document.ts"],
  ["open311/v2/:resource/:document", "open311/item.ts"],
  ["open311/*", "open311/not-found.ts"],
  ["healthz", "api/healthz.ts"],
  ["readyz", "api/readyz.ts"],
  ["metrics", "api/metrics.ts"],
  ["tep/:key", "api/public-file.ts"],
  ["can-bo/tep/:id", "office/file.ts"],
  ["can-bo/van-ban/:id/:page", "office/document-page.ts"],
  ["can-bo/van-ban/:id/tep/:which", "office/document-file.ts"],
  ["can-bo/bo-cau-hoi/:code/:version/tep", "office/questionnaire-file.ts"],
  ["can-bo/dong-sai/:id", "office/intake-wrong-rows.ts"],
  ["can-bo/dong-sai-mau/:slug", "office/sample-wrong-rows.ts"],
  ["can-bo/lich-han/:file", "api/deadline-feed.ts"],
  ["robots.txt", "api/robots.ts"],
  ["sitemap.xml", "api/sitemap.ts"],
  ["dev/hom-thu", "dev/mailbox.tsx"],
  ["dev/hom-thu/:id", "dev/mail.tsx"],
  ["dev/gallery", "dev/gallery.tsx"],
];

const inBothLanguages = (build: (prefix: string, name: string) => RouteConfigEntry[]) => [...build("", "vi"), ...build("en/", "en")];

const pages = (folder: string, list: [string, string][], prefix: string, name: string) =>
  list.map(([path, file]) =>
    route(path === "/" ? prefix || "/" : `${prefix}${path}`, `routes/${folder}/${file}`, { id: `${name}/${folder}/${file}` }),
  );

export default [
  ...inBothLanguages((prefix, name) => [
    layout("routes/portal/layout.tsx", { id: `${name}/portal` }, [
      ...pages("portal", portal, prefix, name),
      ...pages("office", signIn, prefix, name),
    ]),
    ...pages("portal", alone, prefix, name),
    ...pages("portal", portalFiles, prefix, name),
    layout("routes/office/layout.tsx", { id: `${name}/office` }, pages("office", office, prefix, name)),
  ]),
  ...machines.map(([path, file]) => route(path, `routes/${file}`)),
] satisfies RouteConfig;
