scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { crash 'victims' }
    at(5.s) { pause any(2), for: 3.s, as: 'victims' }
}
stop at: 20.s
