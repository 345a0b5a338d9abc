package peerlab.dsl.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import peerlab.dsl.diagnostic.Suggestion;

/** Takes a call apart: each value by its name, or by its position. */
final class CallReader {

    private final Tree.Call call;

    CallReader(Tree.Call call) {
        this.call = call;
    }

    /** All of the named values. */
    Map<String, Tree> values(List<String> names) {
        return values(names, List.of());
    }

    /**
     * @param names those that must be given, in the order in which they may stand without their names
     * @param others those that may be given by name
     */
    Map<String, Tree> values(List<String> names, List<String> others) {
        Map<String, Tree> given = new LinkedHashMap<>();
        String shape = "write " + call.word() + "(" + String.join(", ", names) + ")";
        if (call.arguments().size() > names.size()) {
            List<String> parts = new ArrayList<>(names);
            others.forEach(other -> parts.add(other + ": ..."));
            throw new Complaint(call.place(), "'" + call.word() + "' takes " + names.size()
                    + (names.size() == 1 ? " value" : " values"),
                    "write " + call.word() + "(" + String.join(", ", parts) + ")");
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            given.put(names.get(i), call.arguments().get(i));
        }
        for (Tree.Named named : call.named()) {
            boolean isKnown = names.contains(named.name()) || others.contains(named.name());
            if (!isKnown) {
                List<String> all = new ArrayList<>(names);
                all.addAll(others);
                throw new Complaint(named.place(), "'" + call.word() + "' has no '" + named.name() + "'",
                        Suggestion.remedy(named.name(), all, shape));
            }
            if (given.put(named.name(), named.value()) != null) {
                throw new Complaint(named.place(), "'" + call.word() + "' needs '" + named.name() + "' once",
                        shape);
            }
        }
        Optional<String> missing = names.stream().filter(name -> !given.containsKey(name)).findFirst();
        if (missing.isPresent()) {
            throw new Complaint(call.place(), "'" + call.word() + "' needs '" + missing.get() + "'", shape);
        }
        return given;
    }
}
