package peerlab.reports.page;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/** What JSON must escape besides quotes where it stands within HTML: nothing in it can end its element. */
final class PageEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private final int[] ascii = standardAsciiEscapesForJSON();

    PageEscapes() {
        ascii['<'] = ESCAPE_STANDARD;
        ascii['>'] = ESCAPE_STANDARD;
        ascii['&'] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
        return character == LINE_SEPARATOR ? new SerializedString("\\u2028")
                : character == PARAGRAPH_SEPARATOR ? new SerializedString("\\u2029") : null;
    }
}
