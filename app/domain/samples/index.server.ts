export { acceptList } from "./accept-list.server.ts";
export { changeTargets } from "./change-targets.server.ts";
export { drawSample } from "./draw-sample.server.ts";
export { findFrame, type Frame, type ListPreview, openFrame, previewList } from "./find-frame.server.ts";
export { sampleProgress, type StratumProgress } from "./sample-progress.server.ts";
export { startList } from "./start-list.server.ts";
