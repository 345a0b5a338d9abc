package peerlab.dsl.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import peerlab.dsl.diagnostic.Suggestion;
import peerlab.dsl.expand.Params;
import peerlab.dsl.grammar.Spelling;
import peerlab.dsl.grammar.ValueKind;
import peerlab.dsl.value.Complaint;
import peerlab.dsl.value.Scope;
import peerlab.engine.base.SourcePlace;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.spec.GroupSpec;
import peerlab.engine.spec.RegionSpec;

/** What the values of a scenario may name: its parameters, groups, peers and marks. */
final class Names implements Scope {

    private static final Pattern PEER = Pattern.compile("(.*?)(\\d{1,9})");
    /** Who is meant in the words of the other language, which Groovy takes for a name. */
    private static final Pattern IN_YAML = Pattern.compile("(any|peers|closest|except|all except) .+");
    private static final Pattern LISTED = Pattern.compile("[\\w-]+( and | or |, ?)[\\w-]+.*");
    private static final List<String> SELECTORS =
            List.of("all", "one", "minority", "majority", "leader", "others", "down");

    private final Params params;
    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final Set<String> marks = new LinkedHashSet<>();
    private final Map<String, RegionSpec> regions = new LinkedHashMap<>();
    private final List<ProtocolProvider> protocols = new ArrayList<>();
    private final Predicate<String> isWritten;
    private boolean areGroupsKnown = true;
    private boolean areProtocolsKnown = true;

    /** @param isWritten whether a step that could not be read seems to have a name */
    Names(Params params, Predicate<String> isWritten) {
        this.params = params;
        this.isWritten = isWritten;
    }

    void addGroup(String name, int count) {
        groups.put(name, count);
    }

    void addProtocol(ProtocolProvider protocol) {
        protocols.add(protocol);
    }

    /** A group could not be read: nobody can tell whether a name is that of a peer. */
    void missGroup() {
        areGroupsKnown = false;
    }

    /** A protocol is none that is installed: nobody can tell what it offers. */
    void missProtocol() {
        areProtocolsKnown = false;
    }

    boolean areProtocolsKnown() {
        return areProtocolsKnown;
    }

    boolean addMark(String mark) {
        return marks.add(mark);
    }

    boolean isGroup(String name) {
        return groups.containsKey(name);
    }

    void addRegion(RegionSpec region) {
        regions.put(region.name(), region);
    }

    boolean isRegion(String name) {
        return regions.containsKey(name);
    }

    /** How many peers there are; as far as the groups could be read. */
    int peerCount() {
        return groups.values().stream().mapToInt(count -> count).sum();
    }

    /** False where a group could not be read. */
    boolean areGroupsKnown() {
        return areGroupsKnown;
    }

    /** What a name means already, where it means peers: "a group"; empty where it is free. */
    Optional<String> whatIsCalled(String name) {
        return Optional.ofNullable(isGroup(name) ? "a group" : isPeer(name) ? "a peer"
                : SELECTORS.contains(name) ? "a selector" : null);
    }

    @Override
    public Optional<Object> param(String name) {
        return params.value(name);
    }

    @Override
    public List<String> params() {
        return params.names();
    }

    @Override
    public void requirePeers(String name, SourcePlace place) {
        boolean isKnown = !areGroupsKnown || marks.contains(name) || isRegion(name) || isPeer(name)
                || groups.containsKey(name) && !name.equals(GroupSpec.UNNAMED) || isWritten.test(name);
        if (isKnown) {
            return;
        }
        if (params.names().contains(name)) {
            throw new Complaint(place, "'" + name + "' is a parameter",
                    "write " + Spelling.of(place).param(name));
        }
        List<String> candidates = new ArrayList<>(SELECTORS);
        groups.keySet().stream().filter(group -> !group.equals(GroupSpec.UNNAMED)).forEach(candidates::add);
        candidates.addAll(marks);
        candidates.addAll(regions.keySet());
        Matcher peer = PEER.matcher(name);
        String otherwise = "name a peer (" + peers() + "), a group" + (regions.isEmpty() ? "" : ", a region")
                + " or a mark";
        boolean isInYaml = Spelling.of(place) == Spelling.GROOVY && IN_YAML.matcher(name).matches();
        String remedy = peer.matches() && groups.containsKey(peer.group(1)) ? "the peers are " + peers()
                : isInYaml ? "that is how YAML says it; write any(3), any(30.percent), peers(1..5), "
                        + "closest(3, to: 'key-17') or all.except('p1'), without quotes around it"
                : LISTED.matcher(name).matches() ? ValueKind.SELECTOR.forSeveral().orElseThrow()
                : name.equals("peers") || name.equals("keys") ? "did you mean any"
                        + (Spelling.of(place) == Spelling.GROOVY ? "(peer)?" : " peer?")
                : Suggestion.remedy(name, candidates, otherwise);
        throw new Complaint(place, "no peers are called '" + name + "'", remedy);
    }

    @Override
    public void requirePeer(String name, SourcePlace place) {
        if (areGroupsKnown && !isPeer(name)) {
            throw new Complaint(place, "no peer is called '" + name + "'", "the peers are " + peers());
        }
    }

    private boolean isPeer(String name) {
        Matcher peer = PEER.matcher(name);
        if (!peer.matches() || peer.group(2).startsWith("0")) {
            return false;
        }
        return Integer.parseInt(peer.group(2)) <= groups.getOrDefault(peer.group(1), 0);
    }

    private String peers() {
        List<String> ranges = new ArrayList<>();
        groups.forEach((group, count) -> ranges.add(group + "1.." + group + count));
        return String.join(", ", ranges);
    }

    @Override
    public void requirePlaces(SourcePlace place) {
        if (areGroupsKnown && !protocols.isEmpty()
                && protocols.stream().noneMatch(ProtocolProvider::hasPlaces)) {
            List<String> names = protocols.stream().map(ProtocolProvider::name).distinct().toList();
            throw new Complaint(place, "'closest' asks for places of keys, which '"
                    + String.join("' and '", names)
                    + "' " + (names.size() == 1 ? "does" : "do") + " not give",
                    "choose by chance, " + (Spelling.of(place) == Spelling.GROOVY ? "any(3)" : "any 3")
                            + ", or by name");
        }
    }

    @Override
    public void requireMark(String name, SourcePlace place) {
        if (!marks.contains(name) && !isWritten.test(name)) {
            throw new Complaint(place, "no step is called '" + name + "'",
                    Suggestion.remedy(name, marks, "give the step a name: "
                            + Spelling.of(place).option("as", Spelling.of(place).name(name))));
        }
    }

    @Override
    public int numberedPeers() {
        return areGroupsKnown ? groups.getOrDefault(GroupSpec.UNNAMED, 0) : Integer.MAX_VALUE;
    }
}
