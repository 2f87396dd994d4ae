import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";

export function loader(args: LoaderFunctionArgs): never {
  asAnyone(args);
  throw notFound();
}

export function action(args: ActionFunctionArgs): never {
  asAnyone(args);
  throw notFound();
}

export default function NotFound() {
  return null;
}
