import { useNavigation } from "@remix-run/react";
import { useEffect } from "react";

const source = "/enhance/enhance.js";

/**
 * The small enhancements in a page that React keeps: a form is sent once however often it is pressed, and what was typed
 * survives a reload. Loaded after hydration, since they touch what React compares; told when an answer came into the page.
 */
export function useEnhancement(): void {
  const { state } = useNavigation();
  useEffect(() => {
    if (state !== "idle") return;
    if (document.querySelector(`script[src="${source}"]`)) {
      document.dispatchEvent(new Event("page-changed"));
      return;
    }
    const script = document.createElement("script");
    script.type = "module";
    script.src = source;
    document.body.append(script);
  }, [state]);
}
