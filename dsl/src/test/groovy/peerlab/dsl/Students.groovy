package peerlab.dsl

import peerlab.dsl.use.Classes
import peerlab.engine.protocol.Behaviour

/** Classes that somebody brings along, right ones and wrong ones. */
class Students implements Classes {

    static class MyTable implements FakeKademlia.RoutingTable { }

    static class MyProximity implements FakeKademlia.Proximity { }

    static abstract class HalfTable implements FakeKademlia.RoutingTable { }

    static class SizedTable implements FakeKademlia.RoutingTable {
        SizedTable(int size) { }
    }

    static class MyLie implements Behaviour { }

    static abstract class HalfLie implements Behaviour { }

    private final Map<String, Class<?>> all = [
            'student.MyLie': MyLie, 'student.HalfLie': HalfLie,
            'student.MyTable': MyTable, 'student.MyProximity': MyProximity,
            'student.HalfTable': HalfTable, 'student.SizedTable': SizedTable]

    @Override
    Class<?> load(String name) {
        if (name == 'student.BrokenTable') {
            throw new NoClassDefFoundError('student/Missing')
        }
        if (!all[name]) {
            throw new ClassNotFoundException(name)
        }
        all[name]
    }

    @Override
    List<String> names() { all.keySet().toList() }
}
