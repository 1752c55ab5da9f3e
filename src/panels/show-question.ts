import type { QuestionName } from "../state/question-names.ts";

/** The heading of a question; null while its part is on its way. */
export const headingOf = (name: QuestionName): HTMLElement | null =>
  document.querySelector(`.question[data-question="${name}"] h2`);

/** The row of a question in the menu; null where it is open. */
export const rowOf = (name: QuestionName): HTMLElement | null =>
  document.querySelector(`.question-row[data-question="${name}"]`);

/** Brings the heading of a question into sight and puts the focus on it; its part may still be on its way. */
export function showQuestion(name: QuestionName, triesLeft = 60): void {
  const heading = headingOf(name);
  if (heading === null) {
    if (triesLeft > 0) requestAnimationFrame(() => showQuestion(name, triesLeft - 1));
    return;
  }
  heading.scrollIntoView({ block: "start" });
  heading.focus({ preventScroll: true });
}
