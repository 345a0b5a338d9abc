package peerlab.cache.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who may come into a cache at all, asked before a policy is: by name. */
public enum Admission {
    ALL("all", "whatever is asked for", policy -> policy),
    SECOND_HIT("second-hit", "what is asked for a second time, among as many keys as would fill the cache",
            policy -> new SecondHit(policy, 1)),
    TINYLFU("tinylfu", "what was asked for more often lately than what would go for it", TinyLfu::new);

    private final String word;
    private final String summary;
    private final UnaryOperator<EvictionPolicy> before;

    Admission(String word, String summary, UnaryOperator<EvictionPolicy> before) {
        this.word = word;
        this.summary = summary;
        this.before = before;
    }

    public static Optional<Admission> named(String word) {
        return Arrays.stream(values()).filter(admission -> admission.word.equals(word)).findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Admission::word).toList();
    }

    public String word() {
        return word;
    }

    public String summary() {
        return summary;
    }

    /** The policy, with this admission before it. */
    public EvictionPolicy before(EvictionPolicy policy) {
        return before.apply(policy);
    }
}
