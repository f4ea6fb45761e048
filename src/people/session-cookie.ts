/** The __Host- prefix ties the cookie to this host and to https (RFC 6265bis, 4.1.3.2); without https it cannot be had. */
export const SESSION_COOKIE = (https: boolean) => (https ? "__Host-session" : "session");

/** The longest that browsers keep a cookie; the session itself ends earlier when it is not used. */
export const COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** Tells the browser of somebody who answers from letters, without an account, from other browsers. */
export const GUEST_COOKIE = (https: boolean) => (https ? "__Host-guest" : "guest");

/** Held between proving an address and making the first sticker. */
export const WELCOME_COOKIE = (https: boolean) => (https ? "__Host-welcome" : "welcome");
