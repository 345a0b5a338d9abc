scenario 'A recording is asked again'
peers 8, run: 'kademlia'
timeline {
    at(1.s)          { replay 'recordings/reads.csv', as: 'the replay' }
    during(2.s..5.s) { replay 'recordings/reads.jsonl', from: any(3) }
}
expect {
    eventually(within: 1.s, after: 'the replay') { gets.succeeded > 0 }
}
stop at: 10.s
