package peerlab.reports.export.drawing;

import java.io.IOException;
import java.io.OutputStream;

/** Something to draw on, in pixels from the upper left. Colours are written as {@code #0072B2}. */
public interface Canvas {

    /** Where a text stands relative to its point. */
    enum Anchor { START, MIDDLE, END }

    /** How a stroke looks; a width of 0 means none. */
    record Stroke(String colour, double width, boolean isDashed) {

        public static final Stroke NONE = new Stroke("#000000", 0, false);

        public static Stroke of(String colour, double width) {
            return new Stroke(colour, width, false);
        }
    }

    /** Points joined by straight lines: x and y in turn. */
    void polyline(double[] points, Stroke stroke);

    default void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        polyline(new double[] {x1, y1, x2, y2}, stroke);
    }

    void circle(double x, double y, double radius, String fill, Stroke stroke);

    /** A filled rectangle. */
    void box(double x, double y, double width, double height, String fill);

    void text(double x, double y, double size, Anchor anchor, String colour, String text);

    /** Writes what was drawn; the stream stays open. */
    void writeTo(OutputStream out) throws IOException;
}
