scenario 'Who has been on the way for long will be so for longer'
peers 10, run: 'kademlia'
network { latency weibull(shape: 0.5, mean: 40.ms) }
stop at: 30.s
