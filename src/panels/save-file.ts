// a file name may not hold these on some disk or other
const safeName = (name: string) => name.replace(/[\\/:*?"<>|]/g, " ");

/** Hands a file to the reader's machine under a name it can have there. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = safeName(name);
  link.click();
  URL.revokeObjectURL(link.href);
}
