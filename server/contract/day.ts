import { z } from "zod";

/** A day of the calendar. */
export const Day = z.iso.date().meta({ description: "YYYY-MM-DD" });
