scenario 'Every way to say which keys'
params n: 10
peers 10, run: 'kademlia'
timeline {
    at(1.s) { put keys(100), size: 64.KiB }
    at(2.s) { put keys(n), from: one }
    at(3.s) { put 'key-17' }
    during(4.s..9.s) { get any(key), every: 0.5.s }
    during(4.s..9.s) { get zipf(0.9), every: 1.5.s }
    during(4.s..9.s) { lookup random(key), every: 1500.us, from: any(3) }
    at(5.s) { get 'key-17', as: 'the get' }
    at(6.s) { snapshot 'before' }
}
stop when: { gets.count >= 10 }, atMost: 1.min
