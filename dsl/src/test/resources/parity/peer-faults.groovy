scenario 'Whatever can go wrong with peers'
params far: 300.ms, n: 10
peers n, run: 'kademlia'
timeline {
    at(1.s)             { isolate 'p1', direction: in, for: 4.s }
    at(2.s)             { isolate 'p2', direction: 'out' }
    at(3.s)             { isolate any(2), direction: both }
    during(4.s..9.s)    { pause any(20.percent) }
    during(4.s..9.s)    { slow 'p3', by: 100.ms..300.ms, as: 'the slow one' }
    during(4.s..9.s)    { skew 'p4', by: -300.ms, drift: -50.ppm }
    during(4.s..9.s)    { skew all, by: -far..far }
    during(4.s..9.s)    { skew any(3), drift: -0.5.ppm..1.percent }
    at(10.s)            { partition halves, for: 2.s }
    at(13.s)            { partition minority, oneWay: true, bridge: 'p3', flapping: exponential(2.s) }
    at(14.s)            { partition([peers(1..3), peers(4..6), others]) }
    at(20.s)            { wipe any(3), every: 1.s, as: 'wiped' }
    at(21.s)            { wipe down }
    during(30.s..40.s)  { churn all, sessions: exponential(20.min), downtime: weibull(shape: 0.5, mean: 5.min) }
    during(30.s..40.s)  { churn all.except('p1'), sessions: 20.min, up: 80.percent, first: 1.h, via: 'p1' }
    during(30.s..40.s)  { churn any(50.percent), profile: 'kad-2009', graceful: 30.percent, storage: lost, start: up }
    during(30.s..40.s)  { churn all, profile: 'stress', up: 50.percent }
    during(30.s..40.s)  { churn all, profile: 'three-classes', mean: 6.min, first: 5.min }
    during(30.s..40.s)  { churn all, profile: 'ipfs-2022', downtime: 1.h }
    at(50.s)            { churn all, trace: 'recordings/lives.csv', as: 'as recorded' }
    at(60.s)            { heal 'as recorded' }
}
stop at: 90.s
