scenario 'A claim'
peers 64, run: 'kademlia'
def victims = 3
int step = 10
timeline {
    at(10.s) { crash any(victims) }
}
stop at: 90.s
