scenario 'A rumour reaches 64 peers in log2 n + ln n rounds, and twice that is enough'

peers 64, run: 'gossip', fanout: 1, period: 100.ms

network {
    latency 5.ms..15.ms
}

timeline {
    at(1.s)  { tell 'hi', from: 'p1', as: 'the news' }
}

expect {
    eventually(within: 2.s, after: 'the news')  { gossip.coverage == 100.percent }
    atEnd                                       { forAll { knows } }
}

stop at: 5.s
