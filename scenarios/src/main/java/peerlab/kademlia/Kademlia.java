package peerlab.kademlia;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import peerlab.engine.base.PeerId;
import peerlab.engine.protocol.Approachable;
import peerlab.engine.protocol.Calls;
import peerlab.engine.protocol.Context;
import peerlab.engine.protocol.Failure;
import peerlab.engine.protocol.Message;
import peerlab.engine.protocol.PeerSetup;
import peerlab.engine.protocol.Protocol;
import peerlab.engine.protocol.Request;
import peerlab.engine.protocol.Timer;

/** One peer of a Kademlia network: it answers the four requests of the paper and serves its clients. */
final class Kademlia implements Protocol, Approachable {

    private static final int[] NONE = {};

    // what each message needs comes first, and so lies side by side
    private final int number;
    private final Directory directory;
    private final Tables tables;
    private final Settings settings;
    private final Calls<Awaiting> calls;
    private final Contact contact;
    private final KademliaDeployment network;
    private final PeerSetup setup;
    private final Upkeep upkeep;
    private final int[] remembered;
    private Holdings holdings = new Holdings();
    private int lookups;
    private boolean isSettled;

    Kademlia(
            KademliaDeployment network, Contact contact, Settings settings, PeerSetup setup,
            Tables tables) {
        this.network = network;
        this.directory = network.directory();
        this.contact = contact;
        this.number = directory.number(contact);
        this.settings = settings;
        this.setup = setup;
        this.tables = tables;
        this.calls = new Calls<>(settings.timeout(), 0);
        this.upkeep = new Upkeep(this);
        int[] known = tables.open(number);
        this.remembered = setup.saved().isPresent() ? known : NONE;
    }

    /**
     * Goes on with what survived a crash: the values, and whom the table knew. The values are saved once,
     * as the living thing: storage to which each change is written as it happens.
     */
    @Override
    public void onStart(Context peer) {
        setup.saved().map(Holdings.class::cast).ifPresent(stored -> {
            holdings = stored;
            for (int known : remembered) {
                tables.seen(number, known, peer.now().nanos());
            }
            upkeep.afterStoring(peer);
        });
        peer.save(holdings);
        upkeep.onStart(peer);
        join(peer);
    }

    @Override
    public void onMessage(PeerId from, Message message, Context peer) {
        int sender = directory.number(from);
        hear(sender, peer);
        if (message instanceof FindNode find) {
            peer.send(from, nodes(find.call(), find.target(), sender));
        } else if (message instanceof Nodes nodes) {
            answer(nodes.call(), sender, message, peer);
        } else if (message instanceof FindValue find) {
            peer.send(from, find(find, sender, peer));
        } else if (message instanceof ValueFound found) {
            answer(found.call(), sender, message, peer);
        } else if (message instanceof Store store) {
            upkeep.hold(store.key(), store.item(), store.isCached(), peer);
            peer.send(from, new Stored(store.call()));
        } else if (message instanceof Stored stored) {
            answer(stored.call(), sender, message, peer);
        } else if (message instanceof Ping ping) {
            peer.send(from, new Pong(ping.call()));
        } else if (message instanceof Pong pong) {
            answer(pong.call(), sender, message, peer);
        }
    }

    @Override
    public int approach(PeerId from, Message message, int step) {
        if (step == 1) {
            int sender = directory.number(from);
            if (message instanceof FindNode find) {
                return tables.approach(number, sender, find.target());
            }
            int what = tables.approach(number, sender, null);
            return message instanceof Nodes nodes && calls.purpose(nodes.call()) != null
                    ? what + nodes.approach()
                    : what;
        }
        Awaiting purpose = message instanceof Nodes nodes ? calls.purpose(nodes.call()) : null;
        return purpose == null ? 0 : purpose.approach(step);
    }

    @Override
    public void onTimer(Timer timer, Context peer) {
        if (calls.onTimer(timer, peer, (to, purpose) -> silence(to, purpose, peer))) {
            return;
        }
        if (timer instanceof Alarm.Rejoin) {
            join(peer);
        } else {
            upkeep.onTimer(timer, peer);
        }
    }

    /** The paper knows no goodbye: who is asked in vain is forgotten. What a peer can do is to pass on. */
    @Override
    public void onLeave(Context peer) {
        if (settings.handover()) {
            upkeep.handOver(peer);
        }
    }

    @Override
    public void onStorageLost(Context peer) {
        holdings = new Holdings();
        peer.save(holdings);
    }

    @Override
    public void onRequest(Request request, Context peer) {
        Key key = network.place(request.key());
        switch (request.operation()) {
            case "lookup" -> search(key, false, (lookup, p) ->
                    p.reply(request, new Answer.Located(lookup.findings())), peer);
            case "get" -> get(request, key, peer);
            case "put" -> put(request, key, peer);
            default -> peer.reply(request,
                    new Failure("kademlia does not answer '" + request.operation() + "'"));
        }
    }

    @Override
    public Map<String, Object> inspect() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", contact.key().toString());
        values.put("contacts", tables.size(number));
        values.put("buckets", tables.ranges(number));
        values.put("largest", tables.largest(number));
        values.put("keys", holdings.all().size());
        return values;
    }

    @Override
    public List<PeerId> neighbours() {
        return peers(tables.contacts(number));
    }

    Contact contact() {
        return contact;
    }

    Settings settings() {
        return settings;
    }

    /** The number of its contact. */
    int number() {
        return number;
    }

    Directory directory() {
        return directory;
    }

    /** Whom it knows of those closest to a point, but for one. */
    int[] closest(Key target, int except) {
        return tables.closest(number, target, settings.k(), except);
    }

    /** How many contacts its table holds. */
    int size() {
        return tables.size(number);
    }

    /** How many contacts the fullest bucket of its table holds. */
    int largest() {
        return tables.largest(number);
    }

    /** How many distance ranges its table tells apart. */
    int ranges() {
        return tables.ranges(number);
    }

    /** Whom it knows, as those who look from outside see it. */
    RoutingTable table() {
        return tables.table(number);
    }

    Calls<Awaiting> calls() {
        return calls;
    }

    Holdings holdings() {
        return holdings;
    }

    /** Fills the table from outside, so that there is no need to join; see {@link Tables#fill}. */
    void fill(int[] contacts, int[] sizes, int ranges) {
        tables.fill(number, contacts, sizes, ranges);
        isSettled = true;
    }

    /** Looks a target up, for a client or for the peer itself. */
    void search(Key target, boolean isForValue, Lookup.Ending ending, Context peer) {
        upkeep.noteLookup(target, peer.now().nanos());
        new Lookup(this, ++lookups, target, isForValue, ending).begin(peer);
    }

    /**
     * Looks up who should hold a value, and stores it there; here too, where this peer is one of the
     * closest.
     */
    void publish(Key key, Item item, Placed placed, Context peer) {
        search(key, false, (lookup, p) -> {
            int[] closest = lookup.closest();
            List<PeerId> holders = new ArrayList<>(peers(closest));
            boolean isLocal = closest.length < settings.k()
                    || directory.compareDistances(key, number, closest[closest.length - 1]) < 0;
            if (isLocal) {
                upkeep.hold(key, item, false, p);
            }
            if (isLocal && holders.size() == settings.k()) {
                holders.remove(holders.size() - 1);
            }
            Spread.begin(this, key, item, holders,
                    (confirmed, q) -> placed.onEnd(lookup, confirmed + (isLocal ? 1 : 0), q), p);
        }, peer);
    }

    /** What happens when a value is where it belongs. */
    interface Placed {
        void onEnd(Lookup lookup, int holders, Context peer);
    }

    /**
     * Each message tells the table that its sender is alive; it may have to ping somebody for the
     * newcomer.
     */
    private void hear(int sender, Context peer) {
        int before = tables.size(number);
        int doubtful = tables.seen(number, sender, peer.now().nanos());
        if (doubtful != Directory.NOBODY) {
            calls.ask(directory.peer(doubtful), new Ping(calls.next()), new Probe(), peer);
        }
        if (tables.size(number) > before) {
            upkeep.welcome(sender, peer);
        }
    }

    private void answer(int call, int sender, Message message, Context peer) {
        Awaiting purpose = calls.answered(call, directory.peer(sender));
        if (purpose != null) {
            purpose.onAnswer(sender, message, peer);
        }
    }

    private void silence(PeerId to, Awaiting purpose, Context peer) {
        int silent = directory.number(to);
        boolean isEvicted = tables.failed(number, silent);
        if (isEvicted && peer.isWatched()) {
            peer.step(new Decision.Evicted(to, "no answer within " + settings.timeout()));
        }
        purpose.onSilence(silent, peer);
    }

    private Nodes nodes(int call, Key target, int asker) {
        return new Nodes(call, directory, closest(target, asker));
    }

    private Message find(FindValue find, int sender, Context peer) {
        Holdings.Holding holding = holdings.get(find.key(), peer.now().nanos());
        return holding != null
                ? new ValueFound(find.call(), holding.item)
                : nodes(find.call(), find.key(), sender);
    }

    /**
     * Inserts the peers it was told of, looks up its own id, refreshes all buckets farther away (section
     * 2.3).
     */
    private void join(Context peer) {
        if (isSettled) {
            return;
        }
        for (PeerId known : setup.contacts()) {
            tables.seen(number, directory.number(known), peer.now().nanos());
        }
        if (tables.size(number) > 0) {
            search(contact.key(), false, this::joined, peer);
        }
    }

    private void joined(Lookup lookup, Context peer) {
        int[] closest = lookup.closest();
        if (closest.length == 0) {
            peer.startTimer(Alarm.REJOIN, upkeep.nextAttempt());
            return;
        }
        int neighbourhood = contact.prefixWith(directory.contact(closest[0]));
        for (int range = 0; range < neighbourhood && range < tables.ranges(number); range++) {
            upkeep.refresh(range, peer);
        }
    }

    private void get(Request request, Key key, Context peer) {
        Holdings.Holding own = holdings.get(key, peer.now().nanos());
        if (own != null) {
            Findings none = new Findings(
                    key, contact.peer(), settings.k(), List.of(), List.of(), List.of(), List.of(), 0, 0);
            peer.reply(request, new Answer.Read(own.item.value(), contact.peer(), 0, none));
            return;
        }
        search(key, true, (lookup, p) -> {
            if (lookup.item() == null) {
                p.reply(request, new Answer.NotFound(lookup.findings()));
                return;
            }
            p.reply(request, new Answer.Read(
                    lookup.item().value(), lookup.holder(), lookup.holderDepth(), lookup.findings()));
            upkeep.cache(lookup, p);
        }, peer);
    }

    private void put(Request request, Key key, Context peer) {
        Item item = new Item(request.value(), contact.peer(), peer.now());
        upkeep.rememberPublication(key, item, peer);
        publish(key, item, (lookup, holders, p) ->
                p.reply(request, new Answer.Written(holders, lookup.findings())), peer);
    }

    private List<PeerId> peers(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(directory::peer).toList();
    }

    /** The ping before an eviction. The table learns of its outcome as of any message or silence. */
    private final class Probe implements Awaiting {

        @Override
        public void onAnswer(int from, Message answer, Context peer) {
            if (peer.isWatched()) {
                peer.step(new Decision.Kept(
                        directory.peer(from), "it answered the ping: an old contact that is alive stays"));
            }
        }

        @Override
        public void onSilence(int from, Context peer) {
            // The table has been told.
        }
    }
}
