import { type FormEvent, useState } from "react";
import { type Failure, failureOf } from "../backend.ts";

/** A form that is sent: whether it is under way, and why it was not taken. A form that was taken is emptied. */
export function useSending(send: (form: FormData) => Promise<unknown>) {
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    setSending(true);
    try {
      await send(new FormData(element));
      setRefusal(null);
      element.reset();
    } catch (error) {
      setRefusal(failureOf(error));
    } finally {
      setSending(false);
    }
  };
  return { isSending, refusal, onSubmit: (event: FormEvent<HTMLFormElement>) => void submit(event) };
}
