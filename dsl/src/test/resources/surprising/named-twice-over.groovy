scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { crash any(3), as: 'victims' }
    at(2.s) { restart any(5, of: 'victims') }
}
stop at: 20.s
