package peerlab.engine.fault;

import java.util.List;
import java.util.Optional;

import peerlab.engine.base.PeerId;
import peerlab.engine.base.RandomSource;
import peerlab.engine.kernel.Event;
import peerlab.engine.observe.RunEvent;
import peerlab.engine.peer.Cluster;
import peerlab.engine.peer.Peer;
import peerlab.engine.spec.FaultSpec;
import peerlab.engine.spec.Lives;
import peerlab.engine.spec.Lives.PeerClass;

/**
 * Peers stay and stay away in turn, each by draws of its own. They begin as in the long run: some are away,
 * and how much is left to each of its session or its absence is drawn as for who looks at any instant.
 *
 * <p>It brings back only whom it took down. Who is taken down by something else stays down until something
 * else brings it up, and begins a session then. When the churn is over nobody goes any more, and who is away
 * comes back when its time away is over.
 */
final class DrawnChurn implements Fault, Cluster.LifeWatch {

    private final FaultSpec.Churn spec;
    private final Lives.Drawn lives;
    private Revolving door;
    private Scene scene;
    /** By the index of the peer; null for those whom it does not concern. */
    private Life[] all;
    private boolean isOver;
    private int away;

    DrawnChurn(FaultSpec.Churn spec, Lives.Drawn lives) {
        this.spec = spec;
        this.lives = lives;
    }

    @Override
    public List<PeerId> begin(Scene where) {
        scene = where;
        door = new Revolving(spec, where);
        all = new Life[where.cluster().size()];
        List<PeerId> who = where.members(spec.who());
        for (PeerId id : who) {
            all[id.index()] = new Life(where.cluster().peer(id), where.draws(id));
        }
        return who;
    }

    @Override
    public void act(Scene where) {
        where.cluster().watch(this);
        for (Life life : all) {
            if (life != null) {
                life.begin();
            }
        }
    }

    @Override
    public void changed(Peer peer, RunEvent.Life change) {
        Life life = all[peer.id().index()];
        if (life != null && !door.isTurning()) {
            switch (change) {
                case CRASHED, LEFT -> life.wasTakenDown();
                case STARTED, JOINED, RESTARTED -> life.wasBroughtUp();
                default -> { }
            }
        }
    }

    @Override
    public void end(Scene where) {
        isOver = true;
        for (Life life : all) {
            if (life != null && !life.isAway) {
                life.rest();
            }
        }
        settle();
    }

    /** When it is over and all are back, there is nothing to hear of any more. */
    private void settle() {
        if (isOver && away == 0) {
            scene.cluster().stopWatching(this);
        }
    }

    @Override
    public Optional<String> remark() {
        return Optional.of("means " + String.join("; ", lives.figures())
                + lives.source().map(source -> " [" + source + "]").orElse(""));
    }

    /** One peer that comes and goes. */
    private final class Life {

        private final Peer peer;
        private final RandomSource draws;
        private final RandomSource ways;
        private final PeerClass kind;
        private boolean hasBeenUp;
        private boolean isAway;
        private Turn next;

        Life(Peer peer, RandomSource draws) {
            this.peer = peer;
            this.draws = draws;
            this.ways = draws.stream("via");
            this.kind = drawKind(draws.nextDouble());
            this.hasBeenUp = peer.hasBegun();
        }

        private PeerClass drawKind(double draw) {
            double upTo = 0;
            for (PeerClass each : lives.classes()) {
                upTo += each.share().value();
                if (draw < upTo) {
                    return each;
                }
            }
            return lives.classes().get(lives.classes().size() - 1);
        }

        /** Begins in the midst of a session or of an absence. */
        void begin() {
            if (peer.isUp()) {
                boolean isAwayAtFirst = draws.nextDouble() >= kind.up();
                if (isAwayAtFirst && spec.startsSteady()) {
                    go(kind.downtime().residualNanos(draws));
                } else {
                    after(kind.session().residualNanos(draws));
                }
            }
        }

        void turn() {
            if (isAway) {
                comeBack();
            } else {
                go(kind.downtime().sampleNanos(draws));
            }
        }

        private void go(long forNanos) {
            isAway = true;
            away++;
            door.out(peer, draws);
            after(forNanos);
        }

        private void comeBack() {
            isAway = false;
            away--;
            door.in(peer, ways);
            if (isOver) {
                settle();
            } else {
                after(kind.session().sampleNanos(draws));
            }
        }

        void wasTakenDown() {
            rest();
        }

        void wasBroughtUp() {
            boolean isFirst = !hasBeenUp;
            hasBeenUp = true;
            rest();
            if (isAway) {
                isAway = false;
                away--;
                settle();
            }
            if (!isOver) {
                after((isFirst ? kind.first().orElse(kind.session()) : kind.session()).sampleNanos(draws));
            }
        }

        /** Nothing of its own happens to it until something else does. */
        void rest() {
            if (next != null) {
                next.cancel();
                next = null;
            }
        }

        private void after(long nanos) {
            next = new Turn(this);
            scene.kernel().schedule(next, Math.max(1, nanos));
        }
    }

    /** A session or an absence is over. */
    private static final class Turn extends Event {

        private final Life life;

        Turn(Life life) {
            this.life = life;
        }

        @Override
        protected void happen() {
            life.turn();
        }

        @Override
        public String toString() {
            return life.isAway ? "coming back" : "going away";
        }
    }
}
