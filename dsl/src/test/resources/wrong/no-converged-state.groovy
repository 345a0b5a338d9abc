scenario 'A claim'
peers 64, run: 'raft', start: 'converged'
stop at: 90.s
