import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { LayerVersions } from "../tiles/layer-versions.ts";
import { TILE_LAYERS } from "../tiles/layers.ts";
import { lettersOf, saidRank, syllablesOf } from "./pinyin.ts";
import type { Scope } from "./scope.ts";

const sql = loadSql("./search-names.sql", import.meta.url);

/** Districts × levels whose names are kept. */
const KEPT = 16;

type SpokenName = { readonly name: string; readonly syllables: readonly string[] };

/** The Chinese names of a district that a text says in pinyin, and how well (see saidRank); none where it is no pinyin. */
export type SaidNames = (
  scope: Scope,
  text: string,
) => Promise<readonly { readonly name: string; readonly rank: number }[]>;

/** Says names in pinyin; those of a district are read and spoken once per version of its layers. */
export function saidNames(database: Database, versions: LayerVersions): SaidNames {
  const known = new Map<string, { readonly version: string; readonly names: Promise<SpokenName[]> }>();
  const namesOf = ({ districtId, levels }: Scope) => {
    const key = `${districtId} ${[...levels].sort().join("+")}`;
    const version = TILE_LAYERS.map(({ name }) => versions.of(districtId, name)).join();
    const last = known.get(key);
    if (last?.version === version) return last.names;
    const names = readNames(database, { districtId, levels });
    known.delete(key);
    known.set(key, { version, names });
    names.catch(() => known.delete(key));
    if (known.size > KEPT) known.delete(known.keys().next().value!);
    return names;
  };
  return async (scope, text) => {
    const letters = lettersOf(text);
    if (letters === null) return [];
    return (await namesOf(scope)).flatMap(({ name, syllables }) => {
      const rank = saidRank(syllables, letters);
      return rank === null ? [] : [{ name, rank }];
    });
  };
}

async function readNames(database: Database, { districtId, levels }: Scope): Promise<SpokenName[]> {
  const { rows } = await database.query<{ name: string }>(sql, [districtId, levels]);
  const said = await syllablesOf(rows.map(({ name }) => name));
  return rows.map(({ name }, index) => ({ name, syllables: said[index]! }));
}
