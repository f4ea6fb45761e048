/** Muted: hidden from the one who muted. Blocked: each hidden from the other. In both cases silently. */
export type Hiding = "mute" | "block";
