import QRCode from "qrcode";

/** The dark and light squares of a QR code, medium error correction, for `QrFigure`. */
export function qrModules(text: string): boolean[][] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => modules.get(row, column) === 1));
}
