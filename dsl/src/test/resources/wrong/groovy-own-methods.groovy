scenario 'A claim'
peers 64, run: 'kademlia'
timeline {
    at(1.s) { sleep 4000 }
    at(2.s) { print 3 }
    at(3.s) { println 'x' }
    at(4.s) { with { crash all } }
    at(5.s) { each { crash all } }
    at(6.s) { find all }
    at(7.s) { any(3) }
    at(8.s) { every { crash all } }
    at(9.s) { dump }
    at(10.s) { wait 3 }
}
stop at: 90.s
