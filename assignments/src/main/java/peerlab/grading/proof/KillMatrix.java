package peerlab.grading.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.grading.Grade;
import peerlab.grading.GradeSheet;

/** Which check notices which wrong solution: a line for each mutant, a column for each check. */
public final class KillMatrix {

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /**
     * @param named the check that is there to notice it
     */
    private record Row(String named, GradeSheet sheet) {

        private boolean isNoticed() {
            return sheet.grade(named).filter(grade -> !grade.isEarned()).isPresent();
        }
    }

    /** Adds what the checks said of a mutant, and the name of the check that is there to notice it. */
    public void add(String mutant, String named, GradeSheet sheet) {
        rows.put(mutant, new Row(named, sheet));
    }

    /**
     * The mutants that pass the check that is there to notice them, or that name a check that there is none
     * of.
     */
    public List<String> survivors() {
        return rows.entrySet().stream().filter(row -> !row.getValue().isNoticed()).map(Map.Entry::getKey)
                .toList();
    }

    /** The checks that no mutant misses: they could be left out, and nothing would be noticed. */
    public List<String> idleChecks() {
        return checks().stream()
                .filter(check -> rows.values().stream()
                        .allMatch(row -> row.sheet().grade(check).map(Grade::isEarned).orElse(true)))
                .toList();
    }

    /**
     * {@code X} where the check that is there to notice a mutant does, {@code x} where another one does too.
     */
    @Override
    public String toString() {
        int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder(" ".repeat(width));
        List<String> checks = checks();
        for (int number = 1; number <= checks.size(); number++) {
            text.append(String.format("%4d", number));
        }
        rows.forEach((mutant, row) -> {
            text.append('\n').append(mutant).append(" ".repeat(width - mutant.length()));
            checks.forEach(check -> text.append("   ").append(mark(row, check)));
        });
        for (int number = 1; number <= checks.size(); number++) {
            text.append(String.format("%n%4d  %s", number, checks.get(number - 1)));
        }
        return text.append('\n').toString().replace("\r\n", "\n");
    }

    private static char mark(Row row, String check) {
        Optional<Grade> grade = row.sheet().grade(check);
        if (grade.isEmpty() || grade.get().isEarned()) {
            return '.';
        }
        return check.equals(row.named()) ? 'X' : 'x';
    }

    private List<String> checks() {
        return rows.values().stream().findFirst().map(Row::sheet).map(GradeSheet::grades).orElse(List.of())
                .stream()
                .map(grade -> grade.check().name()).toList();
    }
}
