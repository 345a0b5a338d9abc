package peerlab.engine.kernel

import groovy.transform.CompileStatic
import spock.lang.Specification

class EventQueueSpec extends Specification {

    static final long MICROSECOND = 1_000
    static final long HOUR = 3_600_000_000_000L

    def 'events come in the order of (time, sequence), as from a priority queue, for schedule #seed'() {
        expect: 'no difference over many thousand insertions, looks and removals, whatever the delays'
        OracleRace.run(seed, 20_000) == ''

        where:
        seed << (1..24)
    }

    def 'thousands of events of one instant come in the order in which they were scheduled'() {
        given: 'more events at one instant than are sorted by comparing'
        def queue = new EventQueue()
        (1..5_000).each { queue.add(event(77 * HOUR, it)) }

        expect: 'their sequence'
        (1..5_000).every { queue.poll().sequence() == it }
        queue.poll() == null
        queue.isEmpty()
    }

    def 'what is scheduled before a slot that a look has reached comes first'() {
        given: 'a look at an event far away'
        def queue = new EventQueue()
        queue.add(event(10 * HOUR, 1))
        queue.peek()

        when: 'something nearer is scheduled'
        queue.add(event(MICROSECOND, 2))
        queue.add(event(10 * HOUR - 1, 3))
        queue.add(event(10 * HOUR, 4))

        then: 'it does not come too late'
        (1..4).collect { queue.poll().sequence() } == [2, 3, 1, 4]
    }

    def 'events that are due next are approached before the first of them comes, all of them in each step'() {
        given: 'three events of one instant, that tell when they are approached'
        def queue = new EventQueue()
        def approached = []
        (1..3).each { number -> queue.add(new Approached(MICROSECOND << 12, number, approached)) }

        when: 'somebody looks at the first'
        queue.peek()

        then: 'each was asked in the first step, then each in the next'
        approached == (0..<Event.STEPS).collectMany { step -> (1..3).collect { [(long) step, (long) it] } }
    }

    def 'a cancelled event keeps its number and its place, also among those that were scheduled late'() {
        given: 'events of one instant in a slot that is being emptied'
        def queue = new EventQueue()
        def events = (1..100).collect { event(MICROSECOND, it) }
        events.each { queue.add(it) }

        when: 'every third is cancelled'
        events.findAll { it.sequence() % 3 == 0 }*.cancel()
        def taken = (1..100).collect { queue.poll() }

        then: 'all come in their order, and say what they are'
        taken*.sequence() == (1..100).toList()
        taken.findAll { it.isCancelled() }*.sequence() == (3..99).step(3)
    }

    def 'the last instant of a long is as good as any'() {
        given: 'the two ends of time'
        def queue = new EventQueue()
        queue.add(event(Long.MAX_VALUE, 1))
        queue.add(event(0, 2))
        queue.add(event(Long.MAX_VALUE - 1, 3))

        expect: 'their order'
        (1..3).collect { queue.poll().sequence() } == [2, 3, 1]
    }

    def 'every pending event is shown once, wherever it waits'() {
        given: 'events in the present slot, beside it, and on each calendar'
        def queue = new EventQueue()
        def times = [0, 1, MICROSECOND, HOUR, 30 * HOUR, 30 * 24 * HOUR, 9_000 * HOUR, Long.MAX_VALUE]
        times.eachWithIndex { time, i -> queue.add(event(time as long, i)) }
        queue.poll()
        queue.peek()
        queue.add(event(1, 100))

        when: 'one looks at all'
        def shown = []
        queue.forEach { shown << it.sequence() }

        then: 'all that are left, once each'
        shown.toSorted() == (1..7).toList() + [100]
        queue.size() == 8
    }

    private static Event event(long time, long sequence) {
        new Planned(time, sequence)
    }

    @CompileStatic
    static class Planned extends Event {

        Planned(long time, long sequence) {
            this.@time = time
            this.@sequence = sequence
        }

        @Override
        protected void happen() { }
    }

    @CompileStatic
    static class Approached extends Planned {

        private final List<List<Long>> log

        Approached(long time, long sequence, List<List<Long>> log) {
            super(time, sequence)
            this.log = log
        }

        @Override
        protected int approach(int step) {
            log << [(long) step, sequence()]
            0
        }
    }

    /** The queue and one that somebody else wrote, side by side. */
    @CompileStatic
    static class OracleRace {

        /** Returns the first difference, or nothing. */
        static String run(long seed, int operations) {
            def random = new SplittableRandom(seed)
            def queue = new EventQueue()
            def oracle = new PriorityQueue<Event>({ Event a, Event b ->
                a.time() != b.time() ? Long.compare(a.time(), b.time()) : Long.compare(
                        a.sequence(), b.sequence())
            } as Comparator<Event>)
            long now = 0
            long sequence = 0
            for (int i = 0; i < operations; i++) {
                int what = random.nextInt(100)
                boolean isGrowing = (i.intdiv(2_000) & 1) == 0
                if (what < (isGrowing ? 60 : 30)) {
                    int burst = random.nextInt(50) == 0 ? 600 : 1
                    long time = now + delay(random)
                    for (int copy = 0; copy < burst; copy++) {
                        def event = new Planned(time < 0 ? Long.MAX_VALUE : time, ++sequence)
                        queue.add(event)
                        oracle.add(event)
                    }
                } else if (what < 65) {
                    if (queue.peek() !== oracle.peek()) {
                        return "at operation $i the first is ${queue.peek()?.sequence()}, " +
                                "expected ${oracle.peek()?.sequence()}"
                    }
                } else {
                    def expected = oracle.poll()
                    def found = queue.poll()
                    if (found !== expected || queue.size() != oracle.size()) {
                        return "at operation $i came ${found?.sequence()}, expected ${expected?.sequence()}"
                    }
                    now = expected == null ? now : expected.time()
                }
            }
            while (!oracle.isEmpty()) {
                if (queue.poll() !== oracle.poll()) {
                    return 'the rest differs'
                }
            }
            queue.poll() == null ? '' : 'one too many'
        }

        private static long delay(SplittableRandom random) {
            switch (random.nextInt(8)) {
                case 0: return 0
                case 1: return random.nextLong(1L << 18)
                case 2: return random.nextLong(MICROSECOND * 1_000)
                case 3: return random.nextLong(200_000_000L)
                case 4: return random.nextLong(HOUR)
                case 5: return random.nextLong(100 * HOUR)
                case 6: return (random.nextLong(1_000) + 1) << 18
                default: return random.nextInt(20) ==
                        0 ? random.nextLong(Long.MAX_VALUE >> 6) : random.nextLong(1_000_000)
            }
        }
    }
}
