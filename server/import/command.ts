import { parseArgs } from "node:util";
import { StartupError } from "../startup-error.ts";
import type { OsmImport } from "./osm/import-osm.ts";

export const HELP = `Brings a district into Renewal Atlas, also while the server runs.

npm run import -- osm --pbf FILE --boundary FILE --name NAME --adcode CODE [options]

  --pbf FILE         OpenStreetMap extract (.osm.pbf) of the district and 2 km around it
  --boundary FILE    outline of the district: one GeoJSON Polygon or MultiPolygon, longitude first
  --name NAME        name of the district, as in --name 某某区
  --adcode CODE      its administrative code of six digits
  --dem FILE         elevation model: GeoTIFF in any coordinate system, .hgt or .hgt.zip; may be given more than once
  --population N     residents, spread over the buildings people live in; without it they stay unknown
  --id KEY           another key than the adcode, to let two datasets of one district stand side by side
  --name-en NAME     English name
  --replace          put this district in the place of the one that is there
  --help             this text

DATABASE_URL and DATA_DIR say which database, as for npm start. An import is all or nothing: killed or failed, it leaves
everything as it was.
`;

const OPTIONS = {
  pbf: { type: "string" },
  dem: { type: "string", multiple: true },
  boundary: { type: "string" },
  name: { type: "string" },
  "name-en": { type: "string" },
  adcode: { type: "string" },
  id: { type: "string" },
  population: { type: "string" },
  replace: { type: "boolean" },
  help: { type: "boolean" },
} as const;

const POPULATION_MAX = 100_000_000;

/** What the command line asks for: help, or an import by whoever acts. */
export type Command = { readonly help: true } | ({ readonly help: false } & Omit<OsmImport, "actorId">);

/** Reads the arguments after `npm run import --`; throws StartupError with one sentence for anything wrong. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help || args.length === 0) return { help: true };
  if (positionals.length !== 1 || positionals[0] !== "osm") {
    throw new StartupError(`Say what to import: npm run import -- osm … (--help tells more).`);
  }
  const need = (name: "pbf" | "boundary" | "name" | "adcode"): string => {
    const value = values[name]?.trim();
    if (value) return value;
    throw new StartupError(`--${name} is missing; npm run import -- --help tells what it takes.`);
  };
  const adcode = readAdcode(need("adcode"));
  return {
    help: false,
    pbf: need("pbf"),
    dem: values.dem ?? [],
    boundary: need("boundary"),
    district: {
      id: readKey(values.id ?? adcode),
      adcode,
      nameZh: need("name"),
      nameEn: values["name-en"]?.trim() || null,
      sample: false,
    },
    population: readPopulation(values.population),
    replace: values.replace ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // of several sentences, on one line or more, the first says what is wrong
    const reason = error instanceof Error ? error.message.split(/[.?]?\s*\n|\. /)[0] : String(error);
    throw new StartupError(`${reason}; npm run import -- --help tells what there is.`);
  }
}

function readAdcode(text: string): string {
  if (/^\d{6}$/.test(text)) return text;
  throw new StartupError(
    `--adcode ${text} is not an administrative code; it has six digits, such as 500000.`,
  );
}

// it becomes part of zone ids and addresses
function readKey(text: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,39}$/.test(text)) return text;
  throw new StartupError(`--id ${text} is not a key; it takes up to 40 small letters, digits and hyphens.`);
}

function readPopulation(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text) && Number(text) <= POPULATION_MAX) return Number(text);
  throw new StartupError(`--population ${text} is not a number of residents; it takes a whole number.`);
}
