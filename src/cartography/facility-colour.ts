/** The colour of each group of facilities, by day and by night, as on the map and in the legend. */
export const FACILITY_COLOURS: Readonly<Record<"light" | "dark", Readonly<Record<string, string>>>> = {
  light: {
    education: "#3d6fb4",
    sport: "#2e8b6f",
    health: "#c2413d",
    elderly: "#9a5fb0",
    culture: "#b0508c",
    service: "#5a6b7d",
    commerce: "#c58a1c",
    utility: "#7d7468",
    transport: "#33879e",
    environment: "#6f8f3a",
    park: "#4f9a4a",
  },
  dark: {
    education: "#7fa9e6",
    sport: "#62c3a4",
    health: "#ef8783",
    elderly: "#c79ade",
    culture: "#e08fbf",
    service: "#a3b3c4",
    commerce: "#e8b95c",
    utility: "#b3aa9c",
    transport: "#6fc0d6",
    environment: "#a9c871",
    park: "#86cc80",
  },
};
