/** What an invitation form may hold. */
export const MOST_AT_ONCE = 50;
/** By a unit, and by one person for whichever units. */
export const INVITATIONS_A_DAY = 200;
/** Whoever asks: invited and taken back again and again, somebody's letter box would be full of us. */
export const INVITATIONS_TO_ONE_ADDRESS_A_DAY = 5;

const ADDRESS = /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+\.[^\s@<>"(),;:\\[\]]{2,}$/;

/** Addresses as people paste them: by line, comma or semicolon, also as "Zoë Newcomb <zoe@example.org>". Each once, whatever its capitals. */
export function readAddresses(text: string): { addresses: string[]; wrong: string[] } {
  const addresses = new Map<string, string>();
  const wrong: string[] = [];
  for (const part of text.split(/[\n,;]+/)) {
    const piece = part.trim();
    const address = (/<([^<>]*)>\s*$/.exec(piece)?.[1] ?? piece).trim();
    if (piece === "") continue;
    else if (address.length <= 254 && ADDRESS.test(address)) addresses.set(address.toLowerCase(), address);
    else wrong.push(piece);
  }
  return { addresses: [...addresses.values()], wrong };
}

/** Enough of an address for its owner to know it, and for nobody else to write to it: "z…@example.org". */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${[...address][0]}…${address.slice(at)}`;
}
