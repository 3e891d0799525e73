// SHA-256 (FIPS 180-4), for where the browser checks no hash: `crypto.subtle` is only there on secure pages.

/** The first 32 bits behind the point. @param {number} number */
const fraction = (number) => ((number - Math.floor(number)) * 2 ** 32) | 0;

/** @type {number[]} */
const primes = [];
for (let number = 2; primes.length < 64; number += 1) {
  if (primes.every((prime) => number % prime)) {
    primes.push(number);
  }
}
const ROUNDS = primes.map((prime) => fraction(prime ** (1 / 3)));
const START = primes.slice(0, 8).map((prime) => fraction(prime ** 0.5));

/** @type {(word: number, bits: number) => number} */
const turned = (word, bits) => (word >>> bits) | (word << (32 - bits));

/**
 * @param {Uint8Array} bytes less than 512 MB
 * @returns {Uint8Array}
 */
export function sha256(bytes) {
  const padded = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) << 6));
  const { buffer, byteLength } = padded;
  new Uint8Array(buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(byteLength - 4, bytes.length * 8);
  const hash = new Int32Array(START);
  const words = new Int32Array(64);
  /** @type {(index: number) => number} */
  const word = (index) => /** @type {number} */ (words[index]);
  for (let block = 0; block < byteLength; block += 64) {
    let [a, b, c, d, e, f, g, h] = /** @type {number[] & { length: 8 }} */ ([...hash]);
    for (let round = 0; round < 64; round += 1) {
      const [near, far] = [word(round - 15), word(round - 2)];
      words[round] =
        round < 16
          ? padded.getInt32(block + round * 4)
          : word(round - 16) + word(round - 7) +
            (turned(near, 7) ^ turned(near, 18) ^ (near >>> 3)) +
            (turned(far, 17) ^ turned(far, 19) ^ (far >>> 10));
      const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[round] + word(round);
      const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, index) => (hash[index] += value));
  }
  const result = new DataView(new ArrayBuffer(32));
  hash.forEach((value, index) => result.setInt32(index * 4, value));
  return new Uint8Array(result.buffer);
}
