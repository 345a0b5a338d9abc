scenario: A claim
peers: { count: 64, run: kademlia }
stop: { at: 90s }
