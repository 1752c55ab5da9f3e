import { type AreaFormat, type FileContent, type Refused, refused } from "./area-format.ts";
import { WGS_84 } from "./crs.ts";
import { shapesOfFeatures } from "./shapes-of-features.ts";
import { decodeText } from "./text-encoding.ts";

/** KML 2.2, whose coordinates are WGS 84 by its standard; a KMZ is opened as a zip before. */
export const kml: AreaFormat = {
  async read({ bytes, encoding }): Promise<FileContent | Refused> {
    const { text, reading } = decodeText(bytes, encoding ?? statedEncoding(bytes));
    const { kml: featuresOfKml } = await import("@tmcw/togeojson");
    const xml = new DOMParser().parseFromString(text, "text/xml");
    if (xml.getElementsByTagName("parsererror").length > 0) return refused("damaged-file", { format: "KML" });
    const found = shapesOfFeatures(
      featuresOfKml(xml).features.filter(({ geometry }) => geometry !== null) as GeoJSON.Feature[],
    );
    if (!found.valid) return found;
    return { ...found, crs: { crs: WGS_84 }, axesStated: true, text: reading };
  },
};

// the declaration itself is ASCII in every encoding that is not wide
function statedEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? null;
}
