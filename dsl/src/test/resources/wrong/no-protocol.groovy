scenario 'A claim'
peers 64
stop at: 90.s
