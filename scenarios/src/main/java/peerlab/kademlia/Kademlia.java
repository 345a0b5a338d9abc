package peerlab.kademlia;

import java.util.ArrayList;
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

    private static final Awaiting PROBE = new Probe();

    private final KademliaDeployment network;
    private final Contact contact;
    private final Settings settings;
    private final PeerSetup setup;
    private final RoutingTable table;
    private final Calls<Awaiting> calls;
    private final Upkeep upkeep;
    private Holdings holdings = new Holdings();
    private int lookups;
    private boolean isSettled;

    Kademlia(
            KademliaDeployment network, Contact contact, Settings settings, PeerSetup setup,
            RoutingTable table) {
        this.network = network;
        this.contact = contact;
        this.settings = settings;
        this.setup = setup;
        this.table = table;
        this.calls = new Calls<>(settings.timeout(), 0);
        this.upkeep = new Upkeep(this);
        table.begin(contact, settings.k(), settings.probe());
    }

    /**
     * What survives a crash: the values, and whom the table knew. It is handed over once, when the peer
     * comes up, and is the living thing: storage to which each change is written as it happens.
     */
    record Memory(Holdings holdings, RoutingTable table) {
    }

    @Override
    public void onStart(Context peer) {
        setup.saved().map(Memory.class::cast).ifPresent(memory -> {
            holdings = memory.holdings();
            memory.table().contacts().forEach(known -> table.seen(known, peer.now()));
            upkeep.afterStoring(peer);
        });
        peer.save(new Memory(holdings, table));
        upkeep.onStart(peer);
        join(peer);
    }

    @Override
    public void onMessage(PeerId from, Message message, Context peer) {
        Contact sender = network.contact(from);
        hear(sender, peer);
        if (message instanceof FindNode find) {
            peer.send(from, new Nodes(find.call(), table.closest(find.target(), settings.k(), sender)));
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
    public int approach(PeerId from, Message message) {
        Key target = message instanceof FindNode find ? find.target() : null;
        return table instanceof KBuckets buckets ? buckets.approach(network.contact(from), target) : 0;
    }

    @Override
    public void onTimer(Timer timer, Context peer) {
        if (calls.onTimer(timer, peer, (to, purpose) -> silence(network.contact(to), purpose, peer))) {
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
        peer.save(new Memory(holdings, table));
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
        values.put("contacts", table.size());
        values.put("buckets", table.ranges());
        values.put("largest", table.largest());
        values.put("keys", holdings.all().size());
        return values;
    }

    @Override
    public List<PeerId> neighbours() {
        return table.contacts().stream().map(Contact::peer).toList();
    }

    Contact contact() {
        return contact;
    }

    Settings settings() {
        return settings;
    }

    RoutingTable table() {
        return table;
    }

    Calls<Awaiting> calls() {
        return calls;
    }

    Holdings holdings() {
        return holdings;
    }

    /** The table has been filled from outside: there is no need to join. */
    void settle() {
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
            List<Contact> holders = new ArrayList<>(lookup.closest());
            boolean isLocal = holders.size() < settings.k()
                    || key.compareDistances(contact, holders.get(holders.size() - 1)) < 0;
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
    private void hear(Contact sender, Context peer) {
        int before = table.size();
        Contact doubtful = table.seen(sender, peer.now());
        if (doubtful != null) {
            calls.ask(doubtful.peer(), new Ping(calls.next()), PROBE, peer);
        }
        if (table.size() > before) {
            upkeep.welcome(sender, peer);
        }
    }

    private void answer(int call, Contact sender, Message message, Context peer) {
        Awaiting purpose = calls.answered(call, sender.peer());
        if (purpose != null) {
            purpose.onAnswer(sender, message, peer);
        }
    }

    private void silence(Contact contact, Awaiting purpose, Context peer) {
        boolean isEvicted = table.failed(contact);
        if (isEvicted && peer.isWatched()) {
            peer.step(new Decision.Evicted(contact.peer(), "no answer within " + settings.timeout()));
        }
        purpose.onSilence(contact, peer);
    }

    private Message find(FindValue find, Contact sender, Context peer) {
        Holdings.Holding holding = holdings.get(find.key(), peer.now().nanos());
        return holding != null
                ? new ValueFound(find.call(), holding.item)
                : new Nodes(find.call(), table.closest(find.key(), settings.k(), sender));
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
            table.seen(network.contact(known), peer.now());
        }
        if (table.size() > 0) {
            search(contact.key(), false, this::joined, peer);
        }
    }

    private void joined(Lookup lookup, Context peer) {
        List<Contact> closest = lookup.closest();
        if (closest.isEmpty()) {
            peer.startTimer(Alarm.REJOIN, upkeep.nextAttempt());
            return;
        }
        int neighbourhood = contact.prefixWith(closest.get(0));
        for (int range = 0; range < neighbourhood && range < table.ranges(); range++) {
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
                    lookup.item().value(), lookup.holder().peer(), lookup.holderDepth(), lookup.findings()));
            upkeep.cache(lookup, p);
        }, peer);
    }

    private void put(Request request, Key key, Context peer) {
        Item item = new Item(request.value(), contact.peer(), peer.now());
        upkeep.rememberPublication(key, item, peer);
        publish(key, item, (lookup, holders, p) ->
                p.reply(request, new Answer.Written(holders, lookup.findings())), peer);
    }

    /** The ping before an eviction. The table learns of its outcome as of any message or silence. */
    private static final class Probe implements Awaiting {

        @Override
        public void onAnswer(Contact from, Message answer, Context peer) {
            if (peer.isWatched()) {
                peer.step(new Decision.Kept(
                        from.peer(), "it answered the ping: an old contact that is alive stays"));
            }
        }

        @Override
        public void onSilence(Contact from, Context peer) {
            // The table has been told.
        }
    }
}
