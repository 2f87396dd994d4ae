import { createInstance, type i18n } from "i18next";
import { languages, type Language } from "#app/domain/content/vocabulary.ts";
import { en } from "./locales/en/index.ts";
import { vi } from "./locales/vi/index.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof vi;
  }
}

const instances = new Map<Language, i18n>();

/** The translator of a language. Made once; Vietnamese stands in where a text is missing (types see to it that none is). */
export function i18nFor(language: Language): i18n {
  const made = instances.get(language);
  if (made) return made;

  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: "vi",
    supportedLngs: [...languages],
    resources: { vi, en },
    defaultNS: "common",
    ns: Object.keys(vi),
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
    returnNull: false,
  });
  instances.set(language, instance);
  return instance;
}
