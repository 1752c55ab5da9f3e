// a file name may not hold these on some disk or other
const safeName = (name: string) => name.replace(/[\\/:*?"<>|]/g, " ");

/** Hands a file to the reader under a name that every disk takes. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = safeName(name);
  link.click();
  URL.revokeObjectURL(link.href);
}
