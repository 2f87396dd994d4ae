// Imported before anything else and written so that old Nodes can read it too: they are whom it is for.

/** Ends with a plain sentence when Node is older than the portal's packages need. */
export function requireNode() {
  var parts = process.versions.node.split(".").map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return;
  process.stderr.write("Lắng Nghe needs Node.js 20.19 or newer, and this is " + process.versions.node + ".\n");
  process.stderr.write("Install a newer one (https://nodejs.org) and try again.\n");
  process.exit(1);
}
