scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(0.s) { churn all, profile: 'kad-2009', mean: 20.min }
}
stop at: 90.s
