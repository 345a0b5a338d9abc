scenario 'A network with everything that can be said of one'
params rate: 2.Mbps, lost: 2.percent
peers 20, run: 'kademlia'
peers 10, as: 'edge', run: 'kademlia'
network {
    latency     lognormal(median: 40.ms, sigma: 0.5), per: 'link'
    jitter      10.percent
    order       'fifo'
    loss        lost, bursts: 200.ms, within: 80.percent
    duplicate   1.percent, by: 1.ms..5.ms
    reorder     5.percent, by: exponential(50.ms)
    corrupt     0.1.percent, delivered: true
    bandwidth   100.Mbps, queue: 64.KiB
    bandwidth   up: rate, down: 10.Mbps, on: 'edge'
    bandwidth   down: 512.kbps, on: any(3)
    connections setup: 2, idle: 60.s
    nat         'edge', mapping: 30.s
    regions     eu: 50.percent, us: 8, asia: peers(1..4), north: any(2)
    between     'eu us': 80.ms..100.ms, 'eu to asia': 120.ms, 'asia to eu': normal(130.ms, 5.ms), 'us us': 3.ms
}
timeline {
    at(5.s)           { crash 'eu', as: 'the failure' }
    at(6.s)           { restart down }
    during(8.s..9.s)  { partition(['us', others]) }
    at(10.s)          { get any(key), from: 'us' }
}
stop at: 30.s
