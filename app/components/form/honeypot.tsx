/** A field no person sees, hears or reaches; what fills it in is a program. `label` says so to whoever finds it anyway. */
export function HiddenHoneypot({ name, label }: { name: string; label: string }) {
  return (
    <div className="pot" aria-hidden="true">
      <label>
        {label}
        <input type="text" name={name} tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
    </div>
  );
}
