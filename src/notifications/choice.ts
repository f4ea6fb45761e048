/** How somebody wants to hear of new meet-ups: a letter for each, one letter a week, or none. */
export type AnnouncementChoice = "each" | "weekly" | "none";

export const announcementChoices: readonly AnnouncementChoice[] = ["each", "weekly", "none"];
