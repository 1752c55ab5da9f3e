import type { MethodText } from "./method-text-zh-cn.ts";
import { walkTextEn } from "./walk-text-en.ts";

/** How figures are made and what is wrong with their data, in English. */
export const methodTextEn: MethodText = {
  method: {
    ...walkTextEn.method,
    minutes:
      "Walking time of the chosen persona over the network (slope, stairs, escalators, lifts, opening hours; none of these on a flat map), a straight connector of at most 150 m across no water included: to the nearest street or to the nearest that a wheelchair gets to, whichever is quicker. A gentle descent is faster than level ground (by about a fifth at most, at −5 %), so walks that lead gently down take longer on the flat map",
    geometry:
      "Walking times on a grid of 20 m, the outline placed to 1.25 m; bridges and tunnels are walked but are no ground to stand on",
    areaSqm: "Area on the ellipsoid, edges densified to 0.0005°",
    landAreaSqm: "Area ∩ district − water",
    residents: "Residents live in buildings and count by the share of the footprint inside",
    buildings: "By the share of the footprint inside",
    facilities:
      "Public facilities, those beyond the district included: each counts once where a mapped entrance lies within the outline, else its point or a corner of its own outline",
    gfaAboveSqm: "Footprint × floors above ground; unknown floors are left out",
    grossPlotRatio: "Floor area above ground ÷ construction land",
    landAreaPlotRatio: "Floor area above ground ÷ land",
    bands:
      "Residential parcels by the mean floors of their houses; the band is for new residential blocks, a reference and no verdict on what stands",
    netPlotRatio: "Parcels with at least half their area inside; counted floor area where known",
    siteCoverage: "Footprint ÷ land",
    residentsPerSqkm: "Residents ÷ land",
    residentsPerResidentialSqkm: "Residents ÷ residential land",
    dwellingsPerHa: "Dwellings ÷ land",
    plotRatioRange:
      "Two ends: unknown floors taken as 1, and as the 90th percentile of the same use in the district",
    tiers:
      "By time: nearest of each category, there and back within the minutes; by distance: shortest walk within the distance asked",
    medianSeconds: "Resident-weighted median of the worse of there and back",
    allRequired: "Each ▲ category is judged; one absent from the data leaves it unknown",
    byTime: "There and back within the minutes",
    byDistance: "Shortest walk within the distance asked",
    byHeightClass: "Floors, both ends inclusive",
    byAgeClass: "By year built",
    missingFootprintShare: "Footprint with floors unknown ÷ all footprint",
    conditions: "Buildings for which every condition is known and true",
    zones: "Zones that cross the area",
    projects: "Public projects that cross the area",
  },
  quality: {
    "floors-unknown": "Floors are unknown for {{share}} of the footprint, which is not in the floor area",
    "floors-of-use-unknown":
      "Of some uses no building in the district has known floors: no upper end can be said",
    "buildings-partial": "The data does not hold every building: there are more",
    "buildings-completeness-unknown": "Whether the data holds every building is not known",
    "population-absent": "No population data: shares of buildings only",
    "residents-by-house-unknown":
      "Only the total of the district is known: the data holds a part of the buildings, so who lives in a part of the district is not known",
    "population-spread":
      "Residents are not counted house by house: the total of the district is spread by floor space over the buildings known to be lived in",
    "dwellings-absent": "No dwellings in the data",
    "ages-absent": "No ages in the data: no share of the persona's own group",
    "water-absent": "No water in the data: land may include it",
    "land-use-absent": "No land use in the data: construction land unknown",
    "construction-land-partial":
      "Land uses are partial: ratios over construction or residential land are unknown",
    "parcels-absent": "No parcels: no net plot ratio",
    "categories-absent": "{{count}} ▲ categories are not in the data; absent is not zero",
    "proxy-facilities": "Some facilities were taken from a proxy tag",
    "unverified-clause": "Rests on clauses not checked against the printed standard",
    "not-on-network": "{{count}} buildings could not be joined to the walking network",
    "edges-without-rise": "The rise of some edges is unknown; they count as flat",
    "lifts-without-rise": "The rise of some lifts is unknown",
    "near-data-edge":
      "{{share}} live within 1 km of the edge of the walking data; facilities beyond may be missed",
    "year-unknown": "The year is unknown for {{share}} of the buildings",
    "use-unknown": "The use is unknown for {{share}} of the buildings",
    "no-land": "No land in the area: no ratios",
    "no-buildings": "No buildings in the area",
    "schematic-boundary": "The boundary is schematic, to be determined",
    "generated-sample": "Generated sample, not real",
    "place-size-unknown": "The area of {{count}} places is unknown: definitions by area leave them out",
    "greenways-by-walkways": "No greenways in the data: named walkways stand for them",
    "supply-unknown": "{{count}} facilities hold an unknown amount: left out, never counted as nothing",
    "demand-unknown": "The people of {{count}} buildings are not known; they do not compete",
    "demand-outside-unknown":
      "{{count}} facilities may be used from outside the district; by how many is not known, so there may be less for each",
    "facilities-not-on-network":
      "{{count}} facilities could not be joined to the walking network; nobody is said to reach them",
    "last-metres-unknown":
      "Metro stations are reached at their entrances; how far down the platforms lie is not in the data and not counted",
    "riverfront-absent": "The data holds no river bank: how it is reached is not known",
    "rule-set-empty": "No requirements of this rule set are entered yet",
    "hours-unreadable": "{{count}} opening hours cannot be read; taken as open",
    "hours-absent":
      "The hours of {{count}} escalators, lifts or cableways are not in the data; taken as running",
    "no-way": "Out of reach within the hour",
    "upstairs-unknown":
      "Floors or lift of {{share}} of the buildings are not known; their stairs are not counted",
  },
};
