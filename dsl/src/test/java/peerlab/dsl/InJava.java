package peerlab.dsl;

import static peerlab.engine.script.Words.*;

import java.util.LinkedHashMap;
import java.util.Map;

import peerlab.engine.script.Scenario;
import peerlab.engine.spec.Expression;
import peerlab.engine.spec.FaultSpec.Direction;
import peerlab.engine.spec.Lives;
import peerlab.engine.spec.SelectorSpec;
import peerlab.engine.spec.SizeSpec;

/** Scenarios of the folder {@code parity}, in Java. */
final class InJava {

    private InJava() {
    }

    /** By the name of the file that says the same. */
    static Map<String, Scenario> scenarios() {
        Map<String, Scenario> all = new LinkedHashMap<>();
        all.put("kademlia", kademlia());
        all.put("faults", faults());
        all.put("selectors", selectors());
        all.put("keys", keysInEveryWay());
        all.put("expectations", expectations());
        all.put("use", use());
        all.put("ageing", Scenario.titled("Who has been on the way for long will be so for longer")
                .id("ageing").peers(10, "kademlia").latency(weibull(0.5, millis(40))).stopAt(seconds(30)));
        all.put("heavy-tails", Scenario.titled("Few messages take long, most of them do not")
                .id("heavy-tails").param("shape", 1.5).param("typical", millis(40))
                .peers(10, "kademlia").latency(pareto(1.5, millis(80))).stopAt(seconds(30)));
        all.put("byzantine", misbehaviour());
        all.put("peer-faults", faultsOfPeers());
        all.put("message-faults", faultsOfMessages());
        all.put("workloads", workloads());
        all.put("cache", caches());
        return all;
    }

    private static Scenario kademlia() {
        return Scenario.titled("Kademlia recovers within 20 s of losing 30% of its peers").id("kademlia")
                .seed(42).param("n", 64).param("k", 8)
                .peers(64, "kademlia", Map.of("k", 8, "alpha", 3))
                .latency(millis(20), millis(80)).loss(percent(1))
                .timeline(
                        at(seconds(0), join(all()).via(named("p1")).every(millis(100))),
                        at(seconds(10), put(keys(100))),
                        during(seconds(15), seconds(90), get(anyKey()).from(any(1)).every(millis(200))),
                        during(seconds(30), seconds(40), partition(minority())),
                        at(seconds(50), crash(any(percent(30)))).as("the crash"))
                .expect(
                        always(metric("buckets.largest").isAtMost(param("k", 8))),
                        settles(seconds(20), metric("gets.successRate").isAtLeast(percent(95)))
                                .after("the crash").over(seconds(5)),
                        atEnd(metric("gets.wrong").isEqualTo(0)).points(10))
                .stopAt(seconds(90));
    }

    private static Scenario faults() {
        return Scenario.titled("Partitions, healed in every way").id("faults").seed(7)
                .peers(10, "raft")
                .latency(lognormal(millis(40), 0.5)).loss(percent(0.5))
                .timeline(
                        during(seconds(1), seconds(2), partition(minority()).bridge(named("p3"))),
                        at(seconds(3), partition(peers(1, 3), peers(4, 10)).oneWay(true).lasting(seconds(4))),
                        at(seconds(8), partition(named("p1"), others())).as("the split"),
                        at(seconds(9), heal("the split")),
                        at(seconds(10), healAll()))
                .recordTrace().recordMessages().snapshotsEvery(seconds(10))
                .stopAt(seconds(30));
    }

    private static Scenario selectors() {
        return Scenario.titled("Every way to say who is meant").id("selectors")
                .param("few", 3).param("share", percent(20))
                .peers(group(10, "kademlia").converged().with("requestTimeout", millis(500))
                        .with("eviction", "never").with("cacheOnLookup", false))
                .peers(group(5, "raft").as("cache"))
                .timeline(
                        at(seconds(1), crash(all())),
                        at(seconds(2), crash(one())),
                        at(seconds(3), crash(any(3))),
                        at(seconds(4), crash(any(3))).as("victims"),
                        at(seconds(5), crash(any(percent(20)))),
                        at(seconds(6), crash(minority())),
                        at(seconds(7), crash(majority())),
                        at(seconds(8), crash(leader())),
                        at(seconds(9), crash(peers(1, 5))),
                        at(seconds(10), leave(named("p7"))),
                        at(seconds(11), leave(named("cache"))),
                        at(seconds(12), leave(named("cache3"))),
                        at(seconds(13), leave(any(2, named("cache")))),
                        at(seconds(14), leave(any(1, named("cache")))),
                        at(seconds(15), leave(closest(3, "key-17"))),
                        at(seconds(16), leave(except(all(), leader()))),
                        at(seconds(17), leave(any(1))),
                        at(seconds(18), restart(named("victims")).losingStorage()),
                        at(seconds(19), restart(down())),
                        at(seconds(20), restart(any(2, down()))),
                        at(seconds(21), leave(any(percent(50), named("cache")))),
                        at(seconds(22), leave(where(shown("role").isEqualTo("relay")))),
                        at(seconds(23), leave(except(named("p1")))))
                .stopAt(seconds(30));
    }

    private static Scenario keysInEveryWay() {
        return Scenario.titled("Every way to say which keys").id("keys").param("n", 10)
                .peers(10, "kademlia")
                .timeline(
                        at(seconds(1), put(keys(100)).size(kibibytes(64))),
                        at(seconds(2), put(keys(10)).from(one())),
                        at(seconds(3), put(key("key-17"))),
                        during(seconds(4), seconds(9), get(anyKey()).every(seconds(0.5))),
                        during(seconds(4), seconds(9), get(zipf(0.9)).every(seconds(1.5))),
                        during(seconds(4), seconds(9), lookup(randomKey()).every(micros(1500)).from(any(3))),
                        at(seconds(5), get(key("key-17"))).as("the get"),
                        at(seconds(6), snapshot("before")))
                .stopWhen(metric("gets.count").isAtLeast(10), minutes(1));
    }

    private static Scenario workloads() {
        return Scenario.titled("Every way in which clients go about it").id("workloads").param("n", 1000)
                .param("exponent", 0.9).peers(10, "kademlia")
                .timeline(
                        at(seconds(1), put(keys(100)).every(millis(10))
                                .size(new SizeSpec.Uniform(kibibytes(1), kibibytes(64)))),
                        at(seconds(2), put(key("song")).size(new SizeSpec.LogNormal(kibibytes(4), 1.5))),
                        at(seconds(2), put(key("film")).size(new SizeSpec.Pareto(1.2, mebibytes(1)))),
                        during(seconds(4), seconds(9), get(zipf(0.9, 1000)).every(exponential(millis(20)))),
                        during(seconds(4), seconds(9), get(uniform(1000))
                                .every(uniform(millis(5), millis(10))).writes(percent(5)).size(kibibytes(2))),
                        during(seconds(4), seconds(9), get(hotspot(1000, percent(10), percent(90)))
                                .think(fixed(millis(100))).from(any(3))),
                        during(seconds(4), seconds(9), get(scan(500)).think(exponential(millis(50)))
                                .from(all())),
                        during(seconds(4), seconds(9), get(shifting(1.1, 200, 20, seconds(1)))
                                .every(millis(10))),
                        during(seconds(4), seconds(9), replay("recordings/reads.csv").every(millis(1))))
                .stopAt(seconds(10));
    }

    private static Scenario caches() {
        return Scenario.titled("Caches of all peers, and others of one group").id("cache")
                .param("room", 500).param("life", minutes(10))
                .peers(group(8, "kademlia").caching("policy", "lru").caching("capacity", mebibytes(64))
                                .caching("ttl", minutes(10)),
                        group(2, "kademlia").as("edge").caching("entries", 500).caching("policy", "lfu")
                                .caching("sliding", true),
                        group(3, "raft").as("voter"))
                .stopAt(seconds(10));
    }

    private static Scenario expectations() {
        Expression rate = metric("gets.successRate");
        return Scenario.titled("Every operator, and every part of a condition").id("expectations")
                .param("k", 8).param("target", percent(95)).param("patience", seconds(20))
                .peers(20, "kademlia", Map.of("k", 8))
                .peers(group(5, "raft").as("node"))
                .timeline(at(seconds(5), crash(any(3))).as("the crash"))
                .expect(
                        always(metric("buckets.largest").isAtMost(
                                param("k", 8).combined('*', 2).combined('+', 1)))
                                .after(time(seconds(1))).until("the crash"),
                        never(count(shown("leader")).isMoreThan(1).or(not(metric("topology.connected")))),
                        eventually(seconds(20), metric("messages.sent", "FindNode").isMoreThan(100))
                                .after("the crash"),
                        settles(seconds(20), rate.isAtLeast(param("target", percent(95)))
                                .and(metric("gets.failed").isLessThan(3)))
                                .after("the crash").over(seconds(5)).points(5),
                        leadsTo(seconds(10), metric("peers.down").isMoreThan(0),
                                metric("peers.up").isEqualTo(25)),
                        atEnd(rate.isAtLeast(percent(95))
                                .and(metric("gets.latency.p95").isLessThan(millis(200)))).points(10),
                        atEnd(metric("peers.up").combined('+', metric("peers.down")).combined('/', 5)
                                .isEqualTo(5)),
                        always(property("at most one leader per term")),
                        always(forAll(shown("bytes").isAtMost(kibibytes(64)))))
                .stopAt(seconds(90));
    }

    private static Scenario misbehaviour() {
        SelectorSpec nodes = named("node");
        SelectorSpec honest = where(shown("honest"));
        return Scenario.titled("Every way not to keep to a protocol").id("byzantine")
                .param("share", percent(20)).param("late", millis(200))
                .peers(20, "kademlia").peers(group(5, "raft").as("node"))
                .timeline(
                        at(seconds(1), byzantine(any(percent(20)), "silent")).as("the mute"),
                        during(seconds(2), seconds(9), byzantine(named("p3"), "drops").chance(percent(50))
                                .type("FindNode")),
                        at(seconds(3), byzantine(nodes, "delays").by(fixed(millis(200)))
                                .lasting(seconds(4))),
                        at(seconds(4), byzantine(all(), "delays").by(exponential(millis(50)))
                                .chance(percent(20))),
                        at(seconds(5), byzantine(named("node2"), "replays")
                                .by(uniform(seconds(1), seconds(2))).victim(named("node1"))),
                        at(seconds(6), byzantine(any(3), "floods").every(millis(10)).victim(any(2, nodes))),
                        at(seconds(7), byzantine(peers(1, 4), "lies").target("key-17")),
                        at(seconds(8), byzantine(any(2, honest), "misroutes").towards("dead")
                                .victim(named("p1"))),
                        at(seconds(9), byzantine(named("p9"), "student.MyLie").every(seconds(1))
                                .by(fixed(seconds(2))).chance(percent(5)).target("key-1").towards("far")),
                        at(seconds(10), heal("the mute")))
                .expect(atEnd(count(not(shown("honest"))).isEqualTo(0)))
                .stopAt(seconds(30));
    }

    private static Scenario faultsOfPeers() {
        Lives.Drawn drawn = lives(exponential(minutes(20)), weibull(0.5, minutes(5)));
        return Scenario.titled("Whatever can go wrong with peers").id("peer-faults")
                .param("far", millis(300)).param("n", 10)
                .peers(10, "kademlia")
                .timeline(
                        at(seconds(1), isolate(named("p1"), Direction.IN).lasting(seconds(4))),
                        at(seconds(2), isolate(named("p2"), Direction.OUT)),
                        at(seconds(3), isolate(any(2))),
                        during(seconds(4), seconds(9), pause(any(percent(20)))),
                        during(seconds(4), seconds(9), slow(named("p3"), uniform(millis(100), millis(300))))
                                .as("the slow one"),
                        during(seconds(4), seconds(9),
                                skew(named("p4"), behind(millis(300))).drift(ppm(-50))),
                        during(seconds(4), seconds(9), skew(all(), behind(millis(300)), ahead(millis(300)))),
                        during(seconds(4), seconds(9), skew(any(3), ppm(0)).drift(ppm(-0.5), ppm(10_000))),
                        at(seconds(10), partition(halves()).lasting(seconds(2))),
                        at(seconds(13), partition(minority()).oneWay(true).bridge(named("p3"))
                                .flapping(exponential(seconds(2)))),
                        at(seconds(14), partition(peers(1, 3), peers(4, 6), others())),
                        at(seconds(20), wipe(any(3)).every(seconds(1))).as("wiped"),
                        at(seconds(21), wipe(down())),
                        during(seconds(30), seconds(40), churn(all(), drawn)),
                        during(seconds(30), seconds(40), churn(except(named("p1")),
                                lives(fixed(minutes(20)), percent(80)).first(fixed(hours(1))))
                                .via(named("p1"))),
                        during(seconds(30), seconds(40), churn(any(percent(50)), profile("kad-2009"))
                                .graceful(percent(30)).losingStorage().startingUp()),
                        during(seconds(30), seconds(40), churn(all(), profile("stress").up(percent(50)))),
                        during(seconds(30), seconds(40), churn(all(), profile("three-classes")
                                .mean(minutes(6)).first(fixed(minutes(5))))),
                        during(seconds(30), seconds(40), churn(all(), profile("ipfs-2022")
                                .downtime(fixed(hours(1))))),
                        at(seconds(50), churn(all(), recorded("recordings/lives.csv",
                                comes(seconds(0), "p1"), goes(seconds(1.5), "p2"),
                                goes(seconds(1.5), "p3"), comes(seconds(3), "p2")))).as("as recorded"),
                        at(seconds(60), heal("as recorded")))
                .stopAt(seconds(90));
    }

    private static Scenario faultsOfMessages() {
        return Scenario.titled("What can happen to messages").id("message-faults").peers(20, "kademlia")
                .timeline(
                        during(seconds(1), seconds(2), drop(all(), percent(20)).bursts(millis(500))
                                .within(percent(90))),
                        during(seconds(1), seconds(2), drop(messagesOf(named("p1")).to(named("p2"))
                                .type("FindNode"), percent(100))),
                        during(seconds(2), seconds(3), delay(messagesOf(any(3)).type("FindValue"),
                                uniform(millis(100), millis(300)))),
                        at(seconds(3), duplicate(all(), percent(5)).by(fixed(millis(10)))
                                .lasting(seconds(2))).as("the copies"),
                        at(seconds(4), heal("the copies")),
                        during(seconds(4), seconds(5), reorder(all(), percent(10))
                                .by(exponential(millis(50)))),
                        during(seconds(4), seconds(5), reorder(all(), percent(10))),
                        during(seconds(5), seconds(6), corrupt(messagesOf(peers(1, 5)).to(named("p9")),
                                percent(10)).unnoticed()),
                        during(seconds(5), seconds(6), corrupt(all(), percent(1))),
                        during(seconds(6), seconds(7), throttle(any(percent(30)), kilobits(64))),
                        at(seconds(8), throttle(named("p3"), kilobits(1_500)).lasting(seconds(1))),
                        at(seconds(9), drop(messagesOf(all())
                                .when(metric("messages.sent").isMoreThan(1_000)), percent(20))))
                .stopAt(seconds(30));
    }

    private static Scenario use() {
        return Scenario.titled("Somebody else's code plays parts of the protocol").id("use")
                .param("table", "student.MyTable")
                .peers(4, "kademlia").peers(group(3, "kademlia").as("edge"))
                .use("student.MyTable", "routing-table")
                .use(part("student.MyProximity", "closest").on("edge"))
                .stopAt(seconds(10));
    }
}
