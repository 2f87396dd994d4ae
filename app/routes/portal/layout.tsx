import { Outlet } from "@remix-run/react";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { useSiteFrame } from "./site-frame.tsx";

export default function PortalLayout() {
  return (
    <PublicLayout {...useSiteFrame()}>
      <Outlet />
    </PublicLayout>
  );
}
