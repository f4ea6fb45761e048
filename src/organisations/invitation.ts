/** What an invitation form may hold. */
export const MOST_AT_ONCE = 50;
export const INVITATIONS_A_DAY = 200;

const ADDRESS = /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+\.[^\s@<>"(),;:\\[\]]{2,}$/;

/** Addresses as people paste them: by line, comma or semicolon, also as "Zoë Newcomb <zoe@example.org>". Each once, whatever its capitals. */
export function readAddresses(text: string): { addresses: string[]; wrong: string[] } {
  const addresses = new Map<string, string>();
  const wrong: string[] = [];
  for (const part of text.split(/[\n,;]+/)) {
    const piece = part.trim();
    const address = (/<([^<>]*)>\s*$/.exec(piece)?.[1] ?? piece).trim();
    if (piece === "") continue;
    else if (ADDRESS.test(address) && address.length <= 254) addresses.set(address.toLowerCase(), address);
    else wrong.push(piece);
  }
  return { addresses: [...addresses.values()], wrong };
}

/** Enough of an address for its owner to know it, and for nobody else to write to it: "z…@example.org". */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${[...address][0]}…${address.slice(at)}`;
}
