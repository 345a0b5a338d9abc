params n: 16
network {
    latency 1.s
    loss 10.percent
}
