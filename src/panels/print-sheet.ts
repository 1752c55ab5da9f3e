/** Prints what the panel shows: what is folded is unfolded on paper, and folded again afterwards. */
export async function printSheet(): Promise<void> {
  await import("../look/print.css");
  const folded = [...document.querySelectorAll<HTMLDetailsElement>("#panel .sheet details:not([open])")];
  for (const each of folded) each.open = true;
  // charts take the width of paper from their own pictures; the page needs a moment to lay out what was unfolded
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  window.print();
  for (const each of folded) each.open = false;
}
