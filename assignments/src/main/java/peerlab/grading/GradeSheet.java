package peerlab.grading;

import java.util.List;
import java.util.Optional;

/** A submission's grades for one assignment, in the order of the spec. */
public record GradeSheet(String assignment, List<Grade> grades) {

    public GradeSheet {
        grades = List.copyOf(grades);
        List<String> names = grades.stream().map(grade -> grade.check().name()).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("two checks of '" + assignment + "' have one name: " + names);
        }
    }

    public int points() {
        return grades.stream().mapToInt(Grade::points).sum();
    }

    /** The points of all checks together. */
    public int maximum() {
        return grades.stream().mapToInt(grade -> grade.check().points()).sum();
    }

    public boolean isFull() {
        return grades.stream().allMatch(Grade::isEarned);
    }

    /** The grade for the check of this name. */
    public Optional<Grade> grade(String check) {
        return grades.stream().filter(grade -> grade.check().name().equals(check)).findFirst();
    }
}
