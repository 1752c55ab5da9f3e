import "../look/draft-form.css";
import {
  type ComponentType,
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { type Failure, failureOf } from "../backend.ts";
import { useReader } from "../locale/use-reader.ts";
import { draftOf, dropDraft, hasDraft, keepDraft } from "../state/drafts.ts";
import { followTyping, type Typing } from "./follow-typing.ts";
import { FormAround } from "./refused-field.ts";

interface DraftFormProps {
  /** What it is a form of: what is typed is kept under this until it is taken or given up. */
  readonly draft: string;
  /** Sends what is typed; answers false, or throws, where it was not taken. */
  readonly onSend: (form: FormData) => Promise<unknown>;
  /** Leaves the form, when it was taken or is given up; without it the form stays and begins anew. */
  readonly onClose?: (() => void) | null | undefined;
  /** What the button that sends it says. */
  readonly save: ReactNode;
  /** Whether it is what is mostly done here. */
  readonly isMain?: boolean;
  /** How a refusal that was thrown is told. */
  readonly Refusal?: ComponentType<{ readonly refusal: Failure | null }>;
  readonly className?: string;
  readonly label?: string;
  /** Whether it cannot be sent yet. */
  readonly barred?: boolean;
  /** Beside the buttons. */
  readonly beside?: ReactNode;
  /** Below the buttons. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

const DraftOf = createContext("");

/**
 * A form whose typing is never lost: whoever goes elsewhere in the page, or loads it again, finds it as it was typed, is told
 * so and may discard it; what the service does not take stays too.
 */
export function DraftForm(props: DraftFormProps) {
  const [round, setRound] = useState(0);
  return (
    <DraftOf value={props.draft}>
      <Round key={`${props.draft} ${round}`} {...props} onAnew={() => setRound((all) => all + 1)} />
    </DraftOf>
  );
}

function Round({ onAnew, ...props }: DraftFormProps & { readonly onAnew: () => void }) {
  const { draft, onSend, onClose, save, Refusal, className = "evidence-form", label, children } = props;
  const { t } = useReader();
  const element = useRef<HTMLFormElement>(null);
  const typing = useRef<Typing>(null);
  const [isRestored] = useState(() => hasDraft(draft));
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  useEffect(() => {
    const followed = followTyping(element.current!, draft);
    typing.current = followed;
    return followed.end;
  }, [draft]);
  const leave = () => {
    typing.current?.end();
    dropDraft(draft);
    onAnew();
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSending(true);
    try {
      const taken = await onSend(new FormData(event.currentTarget));
      setRefusal(null);
      if (taken === false) return;
      leave();
      onClose?.();
    } catch (error) {
      setRefusal(failureOf(error));
    } finally {
      setSending(false);
    }
  };
  const discard = () => {
    typing.current?.undo();
    leave();
  };
  return (
    <form ref={element} className={className} aria-label={label} onSubmit={(event) => void send(event)}>
      {isRestored ? (
        <p className="draft-note" role="status">
          {t("entry.draft.restored")}
          <button type="button" className="quiet" onClick={discard}>
            {t("entry.draft.discard")}
          </button>
        </p>
      ) : null}
      <FormAround value={element}>
        {children}
        {Refusal === undefined ? null : <Refusal refusal={refusal} />}
      </FormAround>
      <p className="actions">
        <button
          type="submit"
          className={props.isMain === false ? undefined : "primary"}
          disabled={isSending || props.barred}
        >
          {save}
        </button>
        {onClose ? (
          <button
            type="button"
            onClick={() => {
              leave();
              onClose();
            }}
          >
            {t("entry.cancel")}
          </button>
        ) : null}
        {props.beside}
      </p>
      {props.below}
    </form>
  );
}

/** What a form holds besides its fields, kept with what is typed; `draft` is named where it is held outside the form. */
export function useKept<Value>(name: string, initial: Value, draft?: string) {
  const around = useContext(DraftOf);
  const form = draft ?? around;
  const [began] = useState(initial);
  const [value, setValue] = useState<Value>(() => (draftOf(form)?.kept[name] as Value | undefined) ?? began);
  const put = (next: Value) => {
    setValue(next);
    const { [name]: _, ...others } = draftOf(form)?.kept ?? {};
    const isBegun = JSON.stringify(next) === JSON.stringify(began);
    keepDraft(form, { kept: isBegun ? others : { ...others, [name]: next } });
  };
  return [value, put] as const;
}

/** Whether a form is open: at first where something was typed into it and not sent. */
export const useOpened = (draft: string) => useState(() => hasDraft(draft));

/** Which of some things stands in a form, null = none: at first that into whose form something was typed and not sent. */
export const useOpenedOf = (draftOfOne: (id: string) => string, ids: readonly string[]) =>
  useState<string | null>(() => ids.find((id) => hasDraft(draftOfOne(id))) ?? null);
