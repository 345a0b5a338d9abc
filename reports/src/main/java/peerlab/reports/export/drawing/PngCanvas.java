package peerlab.reports.export.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;

import javax.imageio.ImageIO;

import peerlab.reports.console.Visible;

/**
 * Draws into an image, at twice the size, so that it can be printed. Letters are those of the machine, so
 * the image of another machine may differ in them.
 */
public final class PngCanvas implements Canvas {

    private static final int SCALE = 2;
    private static final float[] DASHES = {4, 3};

    private final BufferedImage image;
    private final Graphics2D graphics;

    public PngCanvas(int width, int height) {
        System.setProperty("java.awt.headless", "true");
        this.image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
    }

    @Override
    public void polyline(double[] points, Stroke stroke) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        use(stroke);
        graphics.draw(path);
    }

    @Override
    public void circle(double x, double y, double radius, String fill, Stroke stroke) {
        Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        graphics.setColor(Color.decode(fill));
        graphics.fill(circle);
        if (stroke.width() > 0) {
            use(stroke);
            graphics.draw(circle);
        }
    }

    @Override
    public void box(double x, double y, double boxWidth, double boxHeight, String fill) {
        graphics.setColor(Color.decode(fill));
        graphics.fill(new Rectangle2D.Double(x, y, boxWidth, boxHeight));
    }

    @Override
    public void text(double x, double y, double size, Anchor anchor, String colour, String text) {
        String visible = Visible.of(text);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size));
        double width = graphics.getFontMetrics().stringWidth(visible);
        double shift = anchor == Anchor.START ? 0 : anchor == Anchor.MIDDLE ? width / 2 : width;
        graphics.setColor(Color.decode(colour));
        graphics.drawString(visible, (float) (x - shift), (float) y);
    }

    private void use(Stroke stroke) {
        graphics.setColor(Color.decode(stroke.colour()));
        graphics.setStroke(new BasicStroke((float) stroke.width(), BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND, 10, stroke.isDashed() ? DASHES : null, 0));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        graphics.dispose();
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("this Java cannot write PNG");
        }
    }
}
