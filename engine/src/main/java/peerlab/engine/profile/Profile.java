package peerlab.engine.profile;

import java.util.List;

/** Something that somebody measured, under a name that scenarios use: {@code profile: 'kad-2009'}. */
public interface Profile {

    String name();

    /** What it is of, and where a scenario names it. */
    Kind kind();

    /** One line for lists. */
    String summary();

    /** Who measured it, and where it was published. */
    String source();

    /** Its numbers as one reads them, a line each. */
    List<String> figures();

    /** What a profile is of. */
    enum Kind {
        /** How messages travel: {@code network { profile 'mobile' }}. */
        NETWORK("network"),
        /** How peers come and go: {@code churn all, profile: 'kad-2009'}. */
        CHURN("churn");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As a scenario spells it. */
        public String word() {
            return word;
        }
    }
}
