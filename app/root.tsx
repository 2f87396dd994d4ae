import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from "@remix-run/react";
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { createContext, type ReactNode, useContext } from "react";
import { I18nextProvider } from "react-i18next";
import { i18nFor } from "./i18n/i18n.ts";
import { languageOf } from "./i18n/language.ts";
import { useLanguage } from "./i18n/use-language.ts";
import { ErrorScreen } from "./routes/portal/error-screen.tsx";
import stylesheet from "./styles/app.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/brand/favicon.svg", type: "image/svg+xml" },
];

/** For pages that have no title of their own: errors. */
export const meta: MetaFunction = ({ location }) => [{ title: i18nFor(languageOf(location.pathname)).t("name") }];

/** The request's nonce and reference; only the server knows them. */
export const RequestMarks = createContext<{ nonce: string; requestId: string }>({ nonce: "", requestId: "" });

/** Public pages ship no React: a route asks for it with `handle.hydrate`. */
function useHydration(): boolean {
  return useMatches().some(({ handle }) => typeof handle === "object" && handle !== null && "hydrate" in handle && handle.hydrate === true);
}

export function Layout({ children }: { children: ReactNode }) {
  const { lang } = useLanguage();
  const { nonce } = useContext(RequestMarks);
  const hydrate = useHydration();
  return (
    <html lang={lang} data-room={hydrate ? "office" : "portal"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <I18nextProvider i18n={i18nFor(lang)}>{children}</I18nextProvider>
        {hydrate ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : (
          <script type="module" src="/enhance/enhance.js" />
        )}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = useContext(RequestMarks);
  return <ErrorScreen status={isRouteErrorResponse(error) ? error.status : 500} reference={requestId} />;
}
