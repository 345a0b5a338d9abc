scenario 'x'
peers 10, run: 'kademlia'
timeline {
    during(1.s..2.s) { churn any(12), profile: 'kad-2009', via: any(11) }
}
stop at: 90.s
