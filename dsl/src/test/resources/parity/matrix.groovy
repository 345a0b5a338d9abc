scenario 'The matrix and the seeds make a run each'
seeds 1..3
params k: 8, n: 4
matrix n: [16, 64], loss: [0.percent, 5.percent]
peers n, run: 'kademlia', k: k
network {
    loss loss
}
timeline {
    at(0.s) { join all }
}
expect {
    atEnd { gets.failed <= n }
}
stop at: 10.s
