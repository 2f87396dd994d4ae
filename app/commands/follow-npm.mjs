/**
 * Calls back once when the npm that runs this command is gone. Some shells, put between npm and us, die of
 * the signal npm sends them without passing it on: then our parent is suddenly another.
 */
export function followNpm(onOrphaned) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onOrphaned();
  }, 200);
  timer.unref();
}
