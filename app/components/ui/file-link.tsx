import { Icon } from "./icon.tsx";

/** A file with its kind and size before anyone pays for the download: “PDF, 1,2 MB”. */
export function FileLink({ href, name, kind }: { href: string; name: string; kind: string }) {
  return (
    <span className="inline-flex max-w-full items-baseline gap-2">
      <Icon name="file" />
      <span className="min-w-0">
        <a href={href}>{name}</a> <span className="muted small">({kind})</span>
      </span>
    </span>
  );
}
