package peerlab.engine;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.Bandwidth;
import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.base.Span;
import peerlab.engine.fault.LinkRules;
import peerlab.engine.network.CorruptRule;
import peerlab.engine.network.DelayRule;
import peerlab.engine.network.Door;
import peerlab.engine.network.JitterRule;
import peerlab.engine.network.LatencyRule;
import peerlab.engine.network.Lines;
import peerlab.engine.network.LinkRule;
import peerlab.engine.network.Nat;
import peerlab.engine.network.Network;
import peerlab.engine.network.Network.Stage;
import peerlab.engine.network.OrderRule;
import peerlab.engine.network.PeerSet;
import peerlab.engine.network.TailJitterRule;
import peerlab.engine.peer.Selector;
import peerlab.engine.spec.BandwidthSpec;
import peerlab.engine.spec.JitterSpec;
import peerlab.engine.spec.NatSpec;
import peerlab.engine.spec.NetworkSpec;
import peerlab.engine.spec.SelectorSpec;

/** The rules of a network as its scenario describes it, before anything goes wrong. */
final class NetworkRules {

    private final Network network;
    private final Selector selector;
    private final RandomSource random;
    private final int peers;

    /** @param random the stream of the network */
    NetworkRules(Network network, Selector selector, RandomSource random, int peers) {
        this.network = network;
        this.selector = selector;
        this.random = random;
        this.peers = peers;
    }

    void lay(NetworkSpec spec, Regions regions) {
        spec.nat().ifPresent(this::hide);
        network.add(new LatencyRule(new Latencies(peers, random).of(spec, regions)), Stage.PATH);
        spec.jitter().ifPresent(jitter -> network.add(jitter(jitter), Stage.PATH));
        if (spec.reorder().isPossible()) {
            network.add(LinkRules.reorder(spec.reorder(), random.stream("reorder")), Stage.PATH);
        }
        if (spec.loss().share().value() > 0) {
            network.add(LinkRules.loss(spec.loss(), random.stream("loss")), Stage.PATH);
        }
        if (spec.corrupt().isPossible()) {
            network.add(new CorruptRule(spec.corrupt().chance(), spec.corrupt().isDelivered(),
                    random.stream("corrupt")), Stage.PATH);
        }
        if (spec.duplicate().isPossible()) {
            network.add(LinkRules.duplicate(spec.duplicate(), random.stream("duplicate")), Stage.PATH);
        }
        if (spec.isFifo()) {
            network.add(new OrderRule(), Stage.ORDER);
        }
        lines(spec.bandwidths());
        spec.connections().ifPresent(connections ->
                network.connectFirst(connections.setup(), connections.idle().orElse(Span.ZERO)));
    }

    private LinkRule jitter(JitterSpec spec) {
        RandomSource draws = random.stream("jitter");
        if (spec instanceof JitterSpec.Drawn drawn) {
            return new DelayRule(drawn.law(), draws);
        } else if (spec instanceof JitterSpec.Relative relative) {
            return new JitterRule(relative.share(), draws);
        }
        JitterSpec.Tail tail = (JitterSpec.Tail) spec;
        return new TailJitterRule(tail.scale(), tail.shape(), tail.upTo(), draws);
    }

    private void hide(NatSpec spec) {
        List<PeerId> hidden = selector.choose(spec.who(), any -> true, random.stream("nat"));
        Nat nat = new Nat(PeerSet.of(hidden, peers), spec.mapping());
        network.add((LinkRule) nat, Stage.ACCESS);
        network.add((Door) nat);
    }

    /** Of two that name a peer the later one counts, for each direction and for the queue. */
    private void lines(List<BandwidthSpec> specs) {
        Bandwidth[] up = new Bandwidth[peers];
        Bandwidth[] down = new Bandwidth[peers];
        for (int i = 0; i < specs.size(); i++) {
            BandwidthSpec spec = specs.get(i);
            SelectorSpec who = spec.on().orElse(new SelectorSpec.All());
            for (PeerId peer : selector.choose(who, any -> true, random.stream("bandwidth", i))) {
                spec.up().ifPresent(rate -> up[peer.index()] = rate);
                spec.down().ifPresent(rate -> down[peer.index()] = rate);
                spec.queue().ifPresent(most -> {
                    network.uplinks().keep(peer, most);
                    network.downlinks().keep(peer, most);
                });
            }
        }
        limit(network.uplinks(), up);
        limit(network.downlinks(), down);
    }

    private void limit(Lines lines, Bandwidth[] rates) {
        for (PeerId peer : selector.all()) {
            Optional.ofNullable(rates[peer.index()]).ifPresent(rate -> lines.limit(peer, rate));
        }
    }
}
