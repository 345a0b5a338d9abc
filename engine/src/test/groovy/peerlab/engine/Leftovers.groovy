package peerlab.engine

/** What faults change in the engine, as it stands: the same before the first of them and after the last. */
final class Leftovers {

    private Leftovers() { }

    static Map<String, Object> of(Simulation simulation) {
        def run = simulation.@run
        def network = run.@network
        def cluster = run.@cluster
        def peers = (0..<cluster.size()).collect { cluster.peer(it) }
        [rules : network.@rules.@stages.collect { it.size() },
         doors : network.@entrance.@open.size(),
         up    : limits(network.uplinks()),
         down  : limits(network.downlinks()),
         paused: peers.findAll { it.@pace?.isPaused() }*.id()*.name(),
         slow  : peers.findAll { it.@pace?.isSlow() }*.id()*.name(),
         lying : peers.findAll { it.@conducts != null && !it.@conducts.isEmpty() }*.id()*.name(),
         wrong : peers.findAll { it.@clock != null && !it.@clock.@skews.empty }*.id()*.name(),
         active: run.@faults.activeUnder(Optional.empty())]
    }

    private static Map<Integer, Object> limits(lines) {
        def limited = [:]
        lines.@lines.eachWithIndex { line, index ->
            if (line != null && !line.@limits.empty) {
                limited[index] = line.@limits.toSorted()
            }
        }
        limited
    }
}
