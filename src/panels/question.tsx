import "../look/question.css";
import { useId } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface QuestionProps {
  /** Also the class of the section, for the styles of its own. */
  readonly name: string;
  readonly icon: IconName;
  readonly title: React.ReactNode;
  /** What ends or clears the question, at the end of the heading. */
  readonly action?: React.ReactNode;
  readonly children: React.ReactNode;
}

/** One question of the Analyse panel under its heading; all of them look alike. */
export function Question({ name, icon, title, action, children }: QuestionProps) {
  const id = useId();
  return (
    <section className={`question ${name}`} data-question={name} aria-labelledby={id}>
      <header className="question-head">
        <h2 id={id} tabIndex={-1}>
          <Icon name={icon} />
          {title}
        </h2>
        {action}
      </header>
      {children}
    </section>
  );
}
