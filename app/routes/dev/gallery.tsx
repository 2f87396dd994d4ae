import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { marked } from "marked";
import { Gallery } from "#app/components/gallery/gallery.tsx";
import { OfficeGallery } from "#app/components/gallery/office-samples.tsx";
import { markdown } from "#app/components/gallery/samples.ts";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { asDeveloper } from "#app/platform/guards.server.ts";
import { useSiteFrame } from "../portal/site-frame.tsx";

/** `?phong=can-bo` shows the officials' room, which is a page of its own. */
export function loader(args: LoaderFunctionArgs) {
  const { url } = asDeveloper(args);
  return { office: url.searchParams.get("phong") === "can-bo" };
}

export const meta: MetaFunction = () => [{ title: "Gallery" }, { name: "robots", content: "noindex" }];

/** Every component in every state, for those who build pages. Demo world only. */
export default function GalleryPage() {
  const { office } = useLoaderData<typeof loader>();
  const frame = useSiteFrame();
  if (office) return <OfficeGallery />;
  return (
    <PublicLayout {...frame}>
      <Gallery prose={marked.lexer(markdown)} />
    </PublicLayout>
  );
}
