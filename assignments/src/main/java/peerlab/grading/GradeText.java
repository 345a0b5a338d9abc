package peerlab.grading;

import java.util.List;

/** A grade sheet as a student reads it: a line for each check, then each shortfall with what repeats it. */
public final class GradeText {

    private static final int WIDTH = 100;
    private static final String INDENT = "     ";
    /** Of one check that is missed over and over, so many times are told. */
    private static final int MOST_SHORTFALLS = 2;

    /** The whole sheet. */
    public String of(GradeSheet sheet) {
        StringBuilder text = new StringBuilder();
        line(text, sheet.assignment(), "points");
        Tier tier = null;
        for (Grade grade : sheet.grades()) {
            if (grade.check().tier() != tier) {
                tier = grade.check().tier();
                text.append("  ").append(tier.word()).append('\n');
            }
            line(text, "  " + mark(grade) + "  " + grade.check().name(),
                    grade.points() + " of " + grade.check().points());
            if (!grade.isEarned()) {
                text.append(INDENT).append("= ").append(grade.check().feedback()).append('\n');
            }
        }
        line(text, "", sheet.points() + " of " + sheet.maximum());
        sheet.grades().stream().filter(grade -> !grade.isEarned())
                .forEach(grade -> shortfalls(text, sheet.assignment(), grade));
        return text.toString();
    }

    private static String mark(Grade grade) {
        return grade.isEarned() ? "o" : "x";
    }

    private static void line(StringBuilder text, String left, String right) {
        int gap = Math.max(2, WIDTH - left.length() - right.length());
        text.append(left).append(" ".repeat(gap)).append(right).append('\n');
    }

    private static void shortfalls(StringBuilder text, String assignment, Grade grade) {
        text.append("\nx ").append(grade.check().name()).append('\n');
        List<Shortfall> told = grade.shortfalls().stream().limit(MOST_SHORTFALLS).toList();
        for (Shortfall shortfall : told) {
            if (!shortfall.values().isEmpty()) {
                text.append(INDENT).append("with ").append(shortfall.values()).append('\n');
            }
            shortfall.account().lines().forEach(
                    line -> text.append((INDENT + line).stripTrailing()).append('\n'));
            text.append("  again  ").append(command(assignment, shortfall)).append('\n');
        }
        int untold = grade.shortfalls().size() - told.size();
        if (untold > 0) {
            text.append(INDENT).append("and ").append(untold).append(" more\n");
        }
    }

    /** What repeats a shortfall, typed at the top of the checkout. */
    private static String command(String assignment, Shortfall shortfall) {
        String command = "mvn -q test -Dassignment=" + assignment;
        return shortfall.seed().isPresent()
                ? command + " -D" + Seeds.PROPERTY + "=" + shortfall.seed().getAsLong() : command;
    }
}
