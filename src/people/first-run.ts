import { z } from "zod";

/** What a new server asks for: who looks after it, and whom it is for. */
export const firstRunForm = z.object({
  name: z.string("people.nameMissing").min(1, "people.nameMissing").max(200, "people.nameTooLong").transform((text) => text.replace(/\s+/g, " ")),
  address: z.string("people.addressMissing").min(1, "people.addressMissing").max(254, "people.addressWrong").pipe(z.email("people.addressWrong")),
  organisation: z
    .string("people.firstRun.organisationNameMissing")
    .min(1, "people.firstRun.organisationNameMissing")
    .max(160, "people.firstRun.organisationNameTooLong")
    .transform((text) => text.replace(/\s+/g, " ")),
  code: z
    .string()
    .default("")
    .transform((text) => text.toUpperCase())
    .refine((text) => /^([A-Z]{3})?$/.test(text), "people.firstRun.codeWrong"),
  zone: z.string().default(""),
});
