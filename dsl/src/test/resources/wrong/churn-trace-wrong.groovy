scenario 'x'
peers 10, run: 'kademlia'
timeline {
    at(0.s) { churn all, trace: 'recordings/lives-wrong.csv' }
}
stop at: 90.s
