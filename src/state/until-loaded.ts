const AGAIN_MS = 3000;

/** What is loaded, asked for again until it is there: when the connection is back, or after a moment where it is not lost. */
export async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise<void>((again) => {
        if (navigator.onLine) setTimeout(again, AGAIN_MS);
        else addEventListener("online", () => again(), { once: true });
      });
    }
  }
}
