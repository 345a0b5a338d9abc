scenario 'A claim'
peers 64, run: 'raft', as: 'cache1'
stop at: 90.s
