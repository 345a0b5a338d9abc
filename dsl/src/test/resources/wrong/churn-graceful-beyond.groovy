scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(0.s) { churn all, profile: 'kad-2009', graceful: 130.percent }
}
stop at: 90.s
