package peerlab.engine.kernel

import peerlab.engine.base.Bytes
import peerlab.engine.base.SimTime
import spock.lang.Specification

class KernelSpec extends Specification {

    List<String> happened = []
    Kernel kernel = new Kernel(Limits.DEFAULT)

    def 'the first event happens first, and its time is the present'() {
        given: 'events in no order'
        kernel.schedule(event('late'), 50)
        kernel.schedule(event('early'), 10)
        kernel.schedule(event('early too'), 10)

        when: 'all happen'
        3.times { kernel.step() }

        then: 'by time, then as scheduled'
        happened == ['10 early', '10 early too', '50 late']
        kernel.events() == 3
        kernel.now() == 50
        kernel.nextTime() == -1
    }

    def 'a cancelled event passes unnoticed: it does not happen, does not count and moves no time'() {
        given: 'three events, two of them cancelled'
        def dead = [event('dead'), event('dead too')]
        kernel.schedule(dead[0], 5)
        kernel.schedule(dead[1], 7)
        kernel.schedule(event('alive'), 9)
        dead*.cancel()

        expect: 'a step that says that nothing happened'
        !kernel.step()
        kernel.now() == 0
        kernel.events() == 0

        and: 'whoever asks for the next time hears of the living one, which then happens'
        kernel.nextTime() == 9
        kernel.pending() == 1
        kernel.step()
        happened == ['9 alive']
    }

    def 'what happens is the cause of what follows, and something within it can be a cause of its own'() {
        given: 'an event that looks at the cause'
        def causes = []
        def outer = event('') {
            causes << kernel.handling()
            kernel.within(77) { causes << kernel.handling() }
            causes << kernel.handling()
        }
        kernel.schedule(outer, 0)

        when: 'it happens'
        kernel.step()

        then: 'its own number outside, the given one within, none afterwards'
        causes == [outer.sequence(), 77, outer.sequence()]
        kernel.handling() == 0
        kernel.current() == null
    }

    def 'numbers come from one sequence'() {
        given: 'an event between two numbers'
        long before = kernel.nextNumber()
        def event = event('x')
        kernel.schedule(event, 0)

        expect: 'three numbers in a row'
        event.sequence() == before + 1
        kernel.nextNumber() == before + 2
    }

    def 'pending events of one class are shown in the order of scheduling, without the cancelled ones'() {
        given: 'three, the second cancelled'
        def events = [event('a'), event('b'), event('c')]
        [30, 20, 10].eachWithIndex { delay, i -> kernel.schedule(events[i], delay) }
        events[1].cancel()

        expect: 'the first and the third'
        kernel.pending(Noted)*.name == ['a', 'c']
        kernel.pending() == 3
    }

    def 'nothing can be scheduled into the past'() {
        given: 'a present that has moved on'
        kernel.passTo(100)

        when: 'an earlier instant is asked for'
        ask(kernel, event('x'))

        then: 'it is refused with the numbers'
        def refusal = thrown(IllegalArgumentException)
        refusal.message == message

        where:
        ask                                 || message
        ({ k, e -> k.scheduleAt(e, 99) })   || 'it is 100 ns; nothing can happen at 99 ns'
        ({ k, e -> k.schedule(e, -7) })     || 'nothing can happen 7 ns before it is scheduled'
    }

    def 'something can happen at once, before all that is pending, under the number that was kept for it'() {
        given: 'an event of this instant, and a number from before it'
        kernel.passTo(100)
        long kept = kernel.nextNumber()
        kernel.schedule(event('pending'), 0)
        def sudden = event('sudden')

        when: 'it happens'
        kernel.happenNow(sudden, kept)

        then: 'it is an event like others'
        happened == ['100 sudden']
        sudden.sequence() == kept
        kernel.events() == 1
        kernel.handling() == 0

        and: 'whether the next belongs before a number is told by the order of scheduling'
        !kernel.isNextBefore(kept)
        kernel.isNextBefore(kernel.nextNumber())

        when: 'that one has happened'
        kernel.step()

        then: 'nothing is left of this instant'
        happened == ['100 sudden', '100 pending']
        !kernel.isNextBefore(kernel.nextNumber())
    }

    def 'time does not go back'() {
        when: 'an earlier instant is passed to'
        kernel.passTo(100)
        kernel.passTo(50)

        then: 'the present stays'
        kernel.now() == 100
    }

    def 'the limit #name ends the run, and says so'() {
        given: 'a kernel with that limit at 3, and an event that calls the next'
        def limited = new Kernel(Limits.DEFAULT.with(name, 3))
        def chain
        chain = { new Chain(limited, pause, chain) }
        limited.schedule(chain(), 0)
        if (name == 'queue') {
            2.times { limited.schedule(event('x'), 0) }
        }

        when: 'it goes on and on'
        20.times { limited.step(); if (name == 'queue') limited.schedule(event('x'), 9) }

        then: 'the limit is reached, and neither the events before it nor those after'
        def reached = thrown(LimitReached)
        reached.limit() == name
        reached.message == sentence
        limited.events() == events

        where:
        name           | pause || events | sentence
        'events'       | 1     || 4      | 'more than 3 events happened'
        'eventsAtOnce' | 0     || 4      | 'more than 3 events happened without time moving on'
        'time'         | 1     || 4      | 'virtual time reached 0.000000003 s'
        'queue'        | 1     || 1      | 'more than 3 events are pending'
    }

    def 'the end of time is a limit as well'() {
        given: 'a present close to it'
        kernel.passTo(Long.MAX_VALUE - 5)

        when: 'something is due behind it'
        kernel.schedule(event('x'), 6)

        then: 'it is named'
        def reached = thrown(LimitReached)
        reached.limit() == 'time'
    }

    def 'each limit can be set by its name, and no other'() {
        expect: 'the one that was named to have changed'
        Limits.DEFAULT.with('events', 7).events() == 7
        Limits.DEFAULT.with('eventsAtOnce', 7).eventsAtOnce() == 7
        Limits.DEFAULT.with('time', 7).time() == new SimTime(7)
        Limits.DEFAULT.with('queue', 7).queue() == 7
        Limits.DEFAULT.with('bytes', 7).bytes() == new Bytes(7)

        when: 'there is no such limit'
        Limits.DEFAULT.with('patience', 7)

        then: 'those that exist are listed'
        def refusal = thrown(IllegalArgumentException)
        refusal.message == "no limit 'patience'; there are events, eventsAtOnce, time, queue, bytes"
    }

    private Noted event(String name, Closure action = { }) {
        new Noted(name: name, action: action, log: happened, kernel: kernel)
    }

    static class Noted extends Event {

        String name
        Closure action
        List<String> log
        Kernel kernel

        @Override
        protected void happen() {
            log << kernel.now() + ' ' + name
            action()
        }
    }

    static class Chain extends Event {

        final Kernel kernel
        final long pause
        final Closure next

        Chain(Kernel kernel, long pause, Closure next) {
            this.kernel = kernel
            this.pause = pause
            this.next = next
        }

        @Override
        protected void happen() {
            kernel.schedule(next() as Event, pause)
        }
    }
}
