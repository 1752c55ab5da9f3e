import { describe, expect, it } from "vitest";
import { lettersOf, saidRank, syllablesOf } from "../../../server/catalogue/pinyin.ts";

describe("how a name is said", () => {
  it("is a syllable per character, without tones, ü as v", async () => {
    expect(await syllablesOf(["解放碑"])).toEqual([["jie", "fang", "bei"]]);
    expect(await syllablesOf(["女人广场"])).toEqual([["nv", "ren", "guang", "chang"]]);
    // as a word of its own, not zhong
    expect(await syllablesOf(["重庆站"])).toEqual([["chong", "qing", "zhan"]]);
  });

  it("keeps Latin letters and figures and leaves out what has no sound", async () => {
    expect(await syllablesOf(["B区 7号（北）"])).toEqual([["b", "qu", "7", "hao", "bei"]]);
  });
});

describe("letters that may be pinyin", () => {
  it("are Latin, two at least, blanks and apostrophes aside", () => {
    expect(lettersOf("Jie Fang'bei")).toBe("jiefangbei");
    expect(lettersOf("nü")).toBe("nv");
    expect(lettersOf("jf")).toBe("jf");
    expect(lettersOf("j")).toBeNull();
    expect(lettersOf("解放")).toBeNull();
    expect(lettersOf("50%")).toBeNull();
  });
});

describe("what letters say of a name", () => {
  const name = ["jie", "fang", "bei"];
  it.each([
    ["jiefangbei", 0],
    ["jfb", 0],
    ["jfbei", 0],
    ["jiefb", 0],
    ["jiefang", 1],
    ["jf", 1],
    ["jiefangbe", 0],
    ["fangbei", 2],
    ["fb", 2],
    ["iefang", null],
    ["jb", null],
    ["jiefangbeix", null],
    ["jiefangbeix".slice(1), null],
  ] as const)("%s is of rank %s", (letters, rank) => {
    expect(saidRank(name, letters)).toBe(rank);
  });

  it("tries fewer letters of a syllable where the most lead nowhere", () => {
    // xi|an, not xia + n: as one syllable too many letters would be taken first
    expect(saidRank(["xian", "nan"], "xiannan")).toBe(0);
    expect(saidRank(["fan", "nan"], "fan")).toBe(1);
    expect(saidRank(["fan", "ge"], "fg")).toBe(0);
    expect(saidRank(["fa", "ge"], "fang")).toBeNull();
    // g belongs to the second syllable: fan-g would leave nothing for it
    expect(saidRank(["fang", "gui"], "fang")).toBe(1);
    expect(saidRank(["fang", "gui"], "fangui")).toBe(0);
  });
});
