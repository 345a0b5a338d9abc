package peerlab.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes names of files from the names of snapshots, which a scenario chooses: safe on every system, none
 * twice.
 */
public final class FileNames {

    private static final int LONGEST = 80;
    /** What Windows keeps for devices, whatever the ending. */
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul",
            "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileNames() {
    }

    /** A name for each, in the same order. */
    public static List<String> of(List<String> names) {
        Set<String> taken = new TreeSet<>();
        List<String> files = new ArrayList<>();
        for (String name : names) {
            String safe = safe(name);
            String file = safe;
            for (int i = 2; !taken.add(file.toLowerCase(Locale.ROOT)); i++) {
                file = safe + "-" + i;
            }
            files.add(file);
        }
        return files;
    }

    private static String safe(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        String stem = cut.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
        return cut.isEmpty() ? "snapshot" : RESERVED.contains(stem) ? "snapshot-" + cut : cut;
    }
}
