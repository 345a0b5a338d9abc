scenario 'A network from another file, in the other language'
include 'networks/lossy.yaml'
params m: 4
peers n * 2 + m, run: 'kademlia'
network {
    latency normal(50.ms, 10.ms)
}
stop at: 1.5.min
