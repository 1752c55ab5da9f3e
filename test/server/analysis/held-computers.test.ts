import { describe, expect, test, vi } from "vitest";
import type { DataState } from "../../../server/analysis/area.ts";
import { heldComputers } from "../../../server/analysis/held-computers.ts";

const data = (districtId: string, groundVersion = 1) =>
  ({ districtId, datasetId: 1, groundVersion }) as unknown as DataState;
/** Lets everything that waits for nothing happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Computers that note what becomes of them and reject what is open when they are ended, as threads do. */
function computers(most: number) {
  const log: string[] = [];
  const open = new Map<string, (answer: string) => void>();
  const held = heldComputers(most, async ({ districtId, groundVersion }) => {
    const name = `${districtId}${groundVersion}`;
    let fail: (error: Error) => void = () => {};
    log.push(`start ${name}`);
    return {
      answer: (question: string) =>
        new Promise<string>((resolve, reject) => {
          open.set(question, resolve);
          fail = reject;
        }),
      close: async () => {
        log.push(`end ${name}`);
        fail(new Error("ended"));
      },
    };
  });
  const ask = (of: DataState, question: string) => held.ask(of, (computer) => computer.answer(question));
  const reply = async (question: string) => {
    open.get(question)!(`answer to ${question}`);
    await settle();
  };
  return { log, ask, reply, close: held.close };
}

describe("computers that are held", () => {
  test("are started once for a district", async () => {
    const { log, ask, reply } = computers(2);
    for (const question of ["one", "two"]) {
      const answer = ask(data("a"), question);
      await settle();
      await reply(question);
      expect(await answer).toBe(`answer to ${question}`);
    }
    expect(log).toEqual(["start a1"]);
  });

  test("answer what they have been asked before they make room, and none is beyond the most", async () => {
    const { log, ask, reply } = computers(2);
    const [first, second] = [ask(data("a"), "first"), ask(data("b"), "second")];
    await settle();
    const third = ask(data("c"), "third");
    await settle();
    expect(log).toEqual(["start a1", "start b1"]);
    await reply("first");
    expect(await first).toBe("answer to first");
    expect(log).toEqual(["start a1", "start b1", "end a1", "start c1"]);
    for (const question of ["second", "third"]) await reply(question);
    expect(await Promise.all([second, third])).toEqual(["answer to second", "answer to third"]);
  });

  test("go when idle before one that is busy, and the one asked longest ago first", async () => {
    const { log, ask, reply } = computers(2);
    for (const district of ["a", "b", "a"]) {
      const answer = ask(data(district), "quick");
      await settle();
      await reply("quick");
      await answer;
    }
    const third = ask(data("c"), "third");
    await settle();
    expect(log.slice(2)).toEqual(["end b1", "start c1"]);
    const fourth = ask(data("b"), "fourth");
    await settle();
    expect(log.slice(4)).toEqual(["end a1", "start b1"]);
    for (const question of ["third", "fourth"]) await reply(question);
    await Promise.all([third, fourth]);
  });

  test("begin anew when the data has changed, and what was asked of the old data is still answered", async () => {
    const { log, ask, reply } = computers(2);
    const old = ask(data("a", 1), "old");
    await settle();
    const fresh = ask(data("a", 2), "fresh");
    await settle();
    await reply("old");
    expect(await old).toBe("answer to old");
    await reply("fresh");
    expect(await fresh).toBe("answer to fresh");
    expect(log).toEqual(["start a1", "start a2", "end a1"]);
  });

  test("wait for an idle one rather than take turns, so that two busy districts are each started once", async () => {
    const { log, ask, reply } = computers(1);
    const questions = ["a1", "c1", "a2", "c2"];
    const answers = questions.map((question) => ask(data(question[0]!), question));
    await settle();
    expect(log).toEqual(["start a1"]);
    for (const question of ["a1", "a2"]) await reply(question);
    expect(log).toEqual(["start a1", "end a1", "start c1"]);
    for (const question of ["c1", "c2"]) await reply(question);
    expect(await Promise.all(answers)).toEqual(questions.map((question) => `answer to ${question}`));
    expect(log).toHaveLength(3);
  });

  test("wait for ten seconds at most for one that is never idle", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const { log, ask, reply } = computers(1);
    const [first, other] = [ask(data("a"), "first"), ask(data("c"), "other")];
    await settle();
    vi.advanceTimersByTime(10_000);
    // asked after that, it waits behind the other district
    const late = ask(data("a"), "late");
    await settle();
    await reply("first");
    expect(log).toEqual(["start a1", "end a1", "start c1"]);
    await reply("other");
    await reply("late");
    expect(await Promise.all([first, other, late])).toHaveLength(3);
    expect(log.slice(3)).toEqual(["end c1", "start a1"]);
    vi.useRealTimers();
  });

  test("that fail are started anew by the next question", async () => {
    let starts = 0;
    const held = heldComputers(2, async () => {
      starts++;
      if (starts === 1) throw new Error("no network");
      return { close: async () => {} };
    });
    const ask = () => held.ask(data("a"), async () => "answer");
    await expect(ask()).rejects.toThrow("no network");
    expect(await ask()).toBe("answer");
    expect(starts).toBe(2);
  });

  test("are ended at once with all that is open when everything closes", async () => {
    const { log, ask, close } = computers(2);
    const answer = ask(data("a"), "open");
    await settle();
    await Promise.all([expect(answer).rejects.toThrow("ended"), close()]);
    expect(log).toEqual(["start a1", "end a1"]);
    const full = computers(1);
    const [open, waiting] = [full.ask(data("a"), "open"), full.ask(data("b"), "waiting")];
    await settle();
    const rejected = [expect(open).rejects.toThrow("ended"), expect(waiting).rejects.toThrow("closed")];
    await Promise.all([...rejected, full.close()]);
  });
});
