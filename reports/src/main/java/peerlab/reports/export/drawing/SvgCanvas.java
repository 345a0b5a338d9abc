package peerlab.reports.export.drawing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import peerlab.engine.base.Numerals;
import peerlab.reports.Xml;
import peerlab.reports.console.Visible;

/** Draws into a document of SVG 1.1: the same bytes everywhere. */
public final class SvgCanvas implements Canvas {

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;

    public SvgCanvas(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public void polyline(double[] points, Stroke stroke) {
        body.append("<polyline fill=\"none\" points=\"");
        for (int i = 0; i < points.length; i++) {
            body.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(number(points[i]));
        }
        body.append('"');
        stroke(stroke);
        body.append("/>\n");
    }

    @Override
    public void circle(double x, double y, double radius, String fill, Stroke stroke) {
        body.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y)).append("\" r=\"")
                .append(number(radius)).append("\" fill=\"").append(fill).append('"');
        stroke(stroke);
        body.append("/>\n");
    }

    @Override
    public void box(double x, double y, double boxWidth, double boxHeight, String fill) {
        body.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y))
                .append("\" width=\"").append(number(boxWidth)).append("\" height=\"")
                .append(number(boxHeight)).append("\" fill=\"").append(fill).append("\"/>\n");
    }

    @Override
    public void text(double x, double y, double size, Anchor anchor, String colour, String text) {
        body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y))
                .append("\" font-size=\"").append(number(size)).append("\" text-anchor=\"")
                .append(anchor.name().toLowerCase(Locale.ROOT)).append("\" fill=\"").append(colour)
                .append("\">").append(Xml.escaped(Visible.of(text))).append("</text>\n");
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        String document = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\""
                + height + "\" viewBox=\"0 0 " + width + " " + height
                + "\" font-family=\"Helvetica, Arial, sans-serif\">\n" + "<rect width=\"" + width
                + "\" height=\"" + height + "\" fill=\"#ffffff\"/>\n" + body + "</svg>\n";
        out.write(document.getBytes(UTF_8));
    }

    private void stroke(Stroke stroke) {
        if (stroke.width() > 0) {
            body.append(" stroke=\"").append(stroke.colour()).append("\" stroke-width=\"")
                    .append(number(stroke.width())).append('"')
                    .append(stroke.isDashed() ? " stroke-dasharray=\"4 3\"" : "");
        }
    }

    /** To a hundredth of a pixel. */
    private static String number(double value) {
        return Numerals.of(StrictMath.rint(value * 100) / 100);
    }
}
