import { useTranslation } from "react-i18next";
import type { QuestionName } from "../state/question-names.ts";
import { useApp } from "../state/store.ts";
import { Icon } from "./icon.tsx";
import { QUESTIONS } from "./questions.ts";
import { showQuestion } from "./show-question.ts";

/** Opens a question of the menu in its place; the one opened before folds, unless it is asked. */
export function QuestionRow({ name }: { readonly name: QuestionName }) {
  const { t } = useTranslation();
  const open = () => {
    useApp.setState({ openedQuestion: name });
    requestAnimationFrame(() => showQuestion(name));
  };
  return (
    <button type="button" className="question-row" data-question={name} aria-expanded={false} onClick={open}>
      <Icon name={QUESTIONS[name].icon} />
      <span>
        <b>{t(QUESTIONS[name].title)}</b>
        <small>{t(`questions.hint.${name}`)}</small>
      </span>
    </button>
  );
}

const MENU_ID = "question-menu";

/** The heading of what can still be asked. */
export function MenuHeading() {
  const { t } = useTranslation();
  return (
    <h2 id={MENU_ID} className="question-menu" tabIndex={-1}>
      {t("questions.menu")}
    </h2>
  );
}

/** Leads past a long answer to what can still be asked. */
export function ToMenu() {
  const { t } = useTranslation();
  const go = () => {
    const heading = document.getElementById(MENU_ID);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  return (
    <p className="to-menu">
      <button type="button" className="chip" onClick={go}>
        {t("questions.more")}
      </button>
    </p>
  );
}
