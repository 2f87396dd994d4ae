/** Markup for other sites that frames a page of ours. @param title for who hears the page */
export function frameCode(src: string, title: string): string {
  return `<iframe src="${inAttribute(src)}" title="${inAttribute(title)}" width="100%" height="560" loading="lazy" style="border:0"></iframe>`;
}

const inAttribute = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
