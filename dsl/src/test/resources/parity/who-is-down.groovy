scenario 'Who is down can be said in several ways'
peers 20, run: 'kademlia'
timeline {
    at(1.s) { crash any(3) }
    at(2.s) { restart where { down } }
    at(3.s) { crash where { not down and name != 'p1' } }
    at(4.s) { restart down }
}
stop at: 5.s
