package peerlab.reports.export.drawing;

import java.util.List;

/** Colours that people who confuse red and green tell apart (Okabe and Ito 2008), and those of paper. */
public final class Palette {

    public static final String INK = "#222222";
    public static final String FAINT = "#bbbbbb";
    public static final String GRID = "#e5e5e5";
    public static final String BAND = "#fbe9d9";
    public static final String GAINED = "#009e73";
    public static final String LOST = "#d55e00";

    private static final List<String> COLOURS = List.of(
            "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f6000", "#444444");

    private Palette() {
    }

    /** The colour of the nth thing; they come again after the last. */
    public static String of(int number) {
        return COLOURS.get(Math.floorMod(number, COLOURS.size()));
    }
}
