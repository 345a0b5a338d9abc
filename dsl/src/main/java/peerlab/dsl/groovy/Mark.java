package peerlab.dsl.groovy;

import peerlab.engine.base.SourcePlace;

/**
 * A place within one file, kept without the file's name so that a stored program serves a copy of its file
 * too.
 */
record Mark(int line, int column, int length) {

    boolean isBefore(Mark other) {
        return line < other.line || line == other.line && column < other.column;
    }

    Mark shortened(int most) {
        return new Mark(line, column, Math.min(most, length));
    }

    SourcePlace in(String file) {
        return new SourcePlace(file, line, column, length);
    }
}
