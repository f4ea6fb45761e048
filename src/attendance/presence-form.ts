import { z } from "zod";
import { LONGEST_FEEDBACK } from "./presence.ts";

export const presenceForm = z.object({ came: z.enum(["yes", "no"]) });

export const feedbackForm = z.object({
  how: z.enum(["good", "fair", "poor"], "afterwards.howMissing"),
  keep: z.string().max(LONGEST_FEEDBACK, "afterwards.tooLong").default(""),
  change: z.string().max(LONGEST_FEEDBACK, "afterwards.tooLong").default(""),
});
