scenario 'A claim'
peers 64, run: 'kademlia'
count = new Random().nextInt(10)
timeline {
    at(10.s) { crash any((Math.random() * 3)) }
}
stop at: 90.s
