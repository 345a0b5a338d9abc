package peerlab.cache.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import peerlab.cache.CacheMetrics;
import peerlab.cache.CacheSettings;
import peerlab.cache.policy.EvictionPolicy;
import peerlab.engine.base.RandomSource;
import peerlab.engine.protocol.CacheTerms;
import peerlab.engine.protocol.Deployment;
import peerlab.engine.protocol.Hook;
import peerlab.engine.protocol.Hooks;
import peerlab.engine.protocol.Member;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.MetricSpec;
import peerlab.engine.protocol.Objection;
import peerlab.engine.protocol.Operation;
import peerlab.engine.protocol.Operation.Effect;
import peerlab.engine.protocol.Parameter;
import peerlab.engine.protocol.Parameters;
import peerlab.engine.protocol.Party;
import peerlab.engine.protocol.ProtocolProvider;
import peerlab.engine.protocol.WireFormat;

/** Introduces {@code run: 'http-cache'}. */
public final class HttpProvider implements ProtocolProvider {

    static final String POLICY = "eviction-policy";

    @Override
    public String name() {
        return "http-cache";
    }

    @Override
    public String summary() {
        return "caches of the web between clients and origins: freshness, validation, hierarchies (RFC 9111)";
    }

    @Override
    public List<Parameter> parameters() {
        return HttpSettings.DECLARED;
    }

    @Override
    public List<Objection> objections(List<Party> parties) {
        List<String> names = parties.stream().map(Party::name).toList();
        List<Parameters> options = parties.stream().map(Party::options).toList();
        List<Objection> all = new ArrayList<>();
        boolean hasOrigin = options.stream().anyMatch(o -> o.word(HttpSettings.ROLE).equals(
                HttpSettings.ORIGIN));
        if (!hasOrigin) {
            all.add(new Objection(HttpSettings.ROLE, "nobody makes what the others ask for",
                    "add a group of peers with role: origin"));
        }
        for (int i = 0; i < options.size(); i++) {
            HttpSettings own = new HttpSettings(options.get(i));
            int next = names.indexOf(own.via());
            if (own.grantsLeases() && own.changes() > 0) {
                all.add(new Objection(i, HttpSettings.LEASE,
                        "what changes of itself is not written, so nobody could be told before",
                        "leave 'changes' out, and let somebody put"));
            }
            if (!own.via().isEmpty() && next < 0) {
                all.add(new Objection(i, HttpSettings.VIA, "no group is called '" + own.via() + "'",
                        "groups: " + String.join(", ", names)));
            } else if (next >= 0 && !options.get(next).word(HttpSettings.ROLE).equals(HttpSettings.CACHE)) {
                all.add(new Objection(i, HttpSettings.VIA, "'" + own.via() + "' are no caches",
                        "name a group of caches, or leave 'via' out to ask the origins"));
            } else if (next >= 0 && isCircle(i, names, options)) {
                all.add(new Objection(i, HttpSettings.VIA, "'" + names.get(i)
                        + "' would ask itself in the end", "let the last group ask the origins"));
            }
        }
        return all;
    }

    private static boolean isCircle(int group, List<String> names, List<Parameters> options) {
        int at = group;
        for (int step = 0; step <= names.size(); step++) {
            String via = new HttpSettings(options.get(at)).via();
            at = names.indexOf(via);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<CacheTerms> cache() {
        return Optional.of(CacheSettings.TERMS);
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                new Operation("get", "gets", Effect.READS, "asks for a resource, by its URL or a path"),
                new Operation("put", "puts", Effect.WRITES, "writes a resource at its origin"));
    }

    @Override
    public List<MetricSpec> metrics() {
        List<MetricSpec> all = new ArrayList<>(CacheMetrics.ALL);
        all.addAll(HttpMeters.declared());
        return all;
    }

    @Override
    public List<Hook> hooks() {
        return List.of(new Hook(POLICY, EvictionPolicy.class, "which response makes room for another"));
    }

    @Override
    public List<Class<? extends Message>> messages() {
        return List.of(HttpRequest.class, HttpResponse.class, Probe.class, Probed.class,
                Revoke.class, Revoked.class);
    }

    @Override
    public Optional<WireFormat> wire() {
        return Optional.of(new HttpFormat());
    }

    @Override
    public Deployment deploy(List<Member> members, Hooks hooks, RandomSource random) {
        return new HttpDeployment(members, hooks, random);
    }
}
