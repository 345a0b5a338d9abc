scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(1.s) { crash leader }
    at(2.s) { leave all.except(leader) }
    at(3.s) { crash where { leader } }
}
expect {
    always { count { leader } <= 1 }
}
stop at: 20.s
