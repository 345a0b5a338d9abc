package peerlab.dsl.replay;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.Scope;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.protocol.Recording.Recorded;

/** Reads a recording through before anything runs, so that each of its lines is right. */
public final class ReplayChecks {

    /** So many wrong lines of one file are named. */
    private static final int MOST_LINES = 20;

    private final RecordedFiles files = new RecordedFiles();
    private final Scope scope;
    private final Diagnostics diagnostics;

    /** @param scope knows the peers that a recording may name */
    public ReplayChecks(Scope scope, Diagnostics diagnostics) {
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    /**
     * Says what is wrong with a recording.
     *
     * @param offered the operations that some peer can be asked; empty where nobody knows
     */
    public void check(String name, SourcePlace place, List<String> offered) {
        try (PlacedRecording file = files.open(name, place)) {
            Set<String> judged = new HashSet<>();
            int wrong = 0;
            boolean isMore = true;
            while (isMore && wrong < MOST_LINES) {
                try {
                    Optional<Recorded> next = file.next();
                    isMore = next.isPresent();
                    next.ifPresent(recorded -> judge(recorded, file.place(), offered, judged));
                } catch (Complaint complaint) {
                    // what names the columns is one mistake, in however many lines
                    complaint.diagnostics().stream()
                            .filter(each -> !each.message().startsWith("unknown column")
                                    || judged.add(each.message()))
                            .forEach(diagnostics::add);
                    wrong++;
                }
            }
        } catch (Complaint complaint) {
            complaint.diagnostics().forEach(diagnostics::add);
        }
    }

    private void judge(Recorded recorded, SourcePlace line, List<String> offered, Set<String> judged) {
        String operation = recorded.operation().orElse("get");
        if (!offered.isEmpty() && judged.add("operation " + operation) && !offered.contains(operation)) {
            throw new Complaint(line, "unknown operation '" + operation + "'",
                    Suggestion.remedy(operation, offered, "the protocol offers " + String.join(", ",
                    offered)));
        }
        if (recorded.peer().isPresent() && judged.add("peer " + recorded.peer().get())) {
            scope.requirePeers(recorded.peer().get(), line);
        }
    }
}
