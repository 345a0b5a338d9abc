scenario 'x'
peers 5, run: 'kademlia'
timeline {
    at(2.s) { crash any(2), as: 'the crash' }
}
expect {
    always(after: 9.s, until: 'the crash') { peers.up == 5 }
    never(after: 4.s, until: 3.s) { peers.up > 5 }
    leadsTo(within: 1.s, after: 5.s, until: 4.s, when: { peers.up == 3 }) { peers.down == 2 }
}
stop at: 20.s
