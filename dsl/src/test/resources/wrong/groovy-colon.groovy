scenario: 'A claim'
seed: 42
peers: 64
stop at: 90.s
