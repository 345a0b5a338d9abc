// Bytes as people read them: a place, the bytes in hexadecimal, and what of them can be printed.

/** The bytes of a text in base64. */
export function bytesOf(text) {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}

/** Lines of so many bytes: { at, hex, text }, as wide as each other. */
export function hexdump(bytes, perLine = 8) {
    const digits = Math.max(4, (bytes.length - 1).toString(16).length);
    const lines = [];
    for (let from = 0; from < bytes.length; from += perLine) {
        const some = [...bytes.subarray(from, from + perLine)];
        lines.push({
            at: from.toString(16).padStart(digits, '0'),
            hex: some
                .map(byte => byte.toString(16).padStart(2, '0'))
                .join(' ')
                .padEnd(3 * perLine - 1),
            text: some.map(byte => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('')
        });
    }
    return lines;
}
