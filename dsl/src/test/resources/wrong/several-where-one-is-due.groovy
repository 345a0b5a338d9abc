scenario 'x'
seeds 4, 9
peers 5, run: 'kademlia'
timeline {
    at(1.s) { crash 'p1', 'p2' }
    at(2.s) { crash(['p1', 'p2']) }
    at(3.s) { get 'key-1', 'key-2' }
    during(3.s..4.s) { partition 'p1', 'p2' }
    at(4.s) { crash 'p1 and p2' }
}
stop at: 5.s
